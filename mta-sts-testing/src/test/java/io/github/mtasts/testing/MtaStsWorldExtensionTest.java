package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class MtaStsWorldExtensionTest {

    private static void open(InetSocketAddress address) throws IOException {
        new Socket(address.getAddress(), address.getPort()).close();
    }

    @Nested
    @ExtendWith(MtaStsWorldExtension.class)
    class OfATest {

        private static final List<MtaStsWorld> SEEN = new ArrayList<>();

        private @Nullable MtaStsWorld prepared;

        @BeforeEach
        void prepare(MtaStsWorld world) {
            prepared = world;
        }

        @Test
        void aTestAndItsPreparationShareARunningWorld(MtaStsWorld world) throws IOException {
            open(world.dns());
            assertThat(world).isSameAs(prepared);
            SEEN.add(world);
        }

        @Test
        void anotherTestHasAnotherWorld(MtaStsWorld world) {
            assertThat(SEEN).doesNotContain(world);
            SEEN.add(world);
        }

        @AfterAll
        static void worldsAreClosedAfterTheirTests() {
            assertThat(SEEN)
                    .hasSize(2)
                    .allSatisfy(world ->
                            assertThatThrownBy(() -> world.name("example.org")).hasMessage("the world is closed"));
        }
    }

    @Nested
    @ExtendWith(MtaStsWorldExtension.class)
    class OfAClass {

        private static @Nullable MtaStsWorld shared;

        @BeforeAll
        static void keep(MtaStsWorld world) {
            shared = world;
        }

        @Test
        void aWorldOfTheClassIsSharedByItsTests(MtaStsWorld world) {
            assertThat(world).isSameAs(shared);
        }
    }
}
