package com.example

import io.github.mtasts.system.MtaSts

fun main(arguments: Array<String>) {
    MtaSts.system().use { mtaSts ->
        val report = mtaSts.check(arguments.single())
        val mode: String = report.mode().map { it.name }.orElse("none")
        println("${report.verdict()} $mode")
    }
}
