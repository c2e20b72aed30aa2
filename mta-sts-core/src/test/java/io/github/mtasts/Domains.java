package io.github.mtasts;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/** A source of d0.example, d1.example … that counts how far it was read. */
final class Domains implements Iterator<String> {

    final AtomicInteger read = new AtomicInteger();
    private final int size;

    Domains(int size) {
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return read.get() < size;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return "d" + read.getAndIncrement() + ".example";
    }
}
