package com.example

import io.github.mtasts.system.MtaSts

fun refused(mtaSts: MtaSts): Map<String, Any> = mtaSts.check(null).toMap()
