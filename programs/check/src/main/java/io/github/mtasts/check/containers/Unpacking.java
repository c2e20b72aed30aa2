package io.github.mtasts.check.containers;

import io.github.mtasts.check.containers.ArchiveEntries.Entry;
import io.github.mtasts.check.containers.BoundedInput.Allowance;
import io.github.mtasts.check.containers.BoundedInput.TooLarge;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.tlsrpt.ReadReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxLineLimitException;

/**
 * One file from strangers, down to the reports in it, through gzip, zip, tar, mailboxes and mails in any order. Nothing is
 * written anywhere, and no file is endless: its octets, packed and unpacked together, its entries and its depth are bounded.
 */
public final class Unpacking {

    /** Takes what was found, in order. */
    public interface Finder {

        /** A report, valid or not. */
        void report(Place place, ReadReport read);

        /** Something that is not a report; the clause begins with "it". */
        void noReport(Place place, String why);

        /** A file that is not read to its end; the clause begins with "it". */
        void unfinished(Place place, String why);
    }

    private static final long MOST_OCTETS = 1L << 30;
    private static final int MOST_ENTRIES = 10_000;
    private static final int DEEPEST = 8;

    /** The file is more than will be read; what was found before stands. */
    private static final class Endless extends IOException {
        private static final long serialVersionUID = 1L;

        Endless(String why) {
            super(why);
        }
    }

    private final Finder finder;
    private final Allowance octets = new Allowance(MOST_OCTETS);
    private int entries;
    private int reports;

    private Unpacking(Finder finder) {
        this.finder = finder;
    }

    /** Throws when the file itself cannot be read; whatever is wrong in it is told to the finder. */
    public static void read(String file, InputStream input, Finder finder) throws IOException {
        Unpacking unpacking = new Unpacking(finder);
        Place place = Place.of(file);
        try {
            unpacking.open(place, unpacking.bounded(new FileInput(input)), 0);
        } catch (FileInput.Unreadable unreadable) {
            throw unreadable.why();
        } catch (TooLarge | Endless endless) {
            finder.unfinished(place, String.valueOf(endless.getMessage()));
        }
    }

    private InputStream bounded(InputStream unpacked) {
        return new BoundedInput(unpacked, octets);
    }

    private void open(Place place, InputStream packed, int depth) throws IOException {
        BufferedInputStream input = new BufferedInputStream(packed, FileKind.HEAD);
        FileKind kind = FileKind.OTHER;
        int before = reports;
        try {
            byte[] head = head(input);
            kind = FileKind.of(head);
            if (kind != FileKind.OTHER && depth == DEEPEST) {
                throw new NoReport("it is packed deeper than " + DEEPEST + " levels");
            }
            switch (kind) {
                case GZIP -> gzip(place, input, depth + 1);
                case ZIP -> archive(place, kind, new ZipEntries(input), depth + 1);
                case TAR -> archive(place, kind, new TarEntries(input), depth + 1);
                case MBOX -> mailbox(place, new Mailbox(input), depth);
                case MAIL -> mail(place, input, depth + 1);
                case OTHER -> reports(place, input, head);
            }
        } catch (NoReport why) {
            finder.noReport(place, String.valueOf(why.getMessage()));
        } catch (FileInput.Unreadable | TooLarge | Endless beyond) {
            throw beyond;
        } catch (IOException damaged) {
            if (kind == FileKind.OTHER) {
                throw damaged;
            }
            if (reports > before) {
                finder.unfinished(place, damaged(kind));
            } else {
                finder.noReport(place, damaged(kind));
            }
        }
    }

    private static String damaged(FileKind kind) {
        return "its " + kind.noun() + " data is damaged or cut off";
    }

    private static byte[] head(BufferedInputStream input) throws IOException {
        input.mark(FileKind.HEAD);
        byte[] head = input.readNBytes(FileKind.HEAD);
        input.reset();
        return head;
    }

    private void reports(Place place, BufferedInputStream input, byte[] head) throws IOException {
        Optional<String> strange = FileKind.strange(head);
        if (strange.isPresent()) {
            throw new NoReport(strange.get());
        }
        JsonTexts texts = new JsonTexts(input);
        Consumer<Place> answer = answer(texts.first());
        boolean several = texts.hasNext();
        answer.accept(several ? place.entry("report 1") : place);
        for (int number = 2; texts.hasNext(); number++) {
            count();
            answer(texts.next()).accept(place.entry("report " + number));
        }
    }

    /** What is to be told of a text, once it is known whether there are several. */
    private Consumer<Place> answer(InputStream text) throws IOException {
        try {
            ReadReport read = ReportFile.read(text);
            return place -> {
                finder.report(place, read);
                reports++;
            };
        } catch (NoReport why) {
            return place -> finder.noReport(place, String.valueOf(why.getMessage()));
        }
    }

    private void gzip(Place place, InputStream input, int depth) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(input)) {
            open(place, bounded(unpacked), depth);
        }
    }

    private void archive(Place place, FileKind kind, ArchiveEntries archive, int depth) throws IOException {
        boolean empty = true;
        try (archive) {
            for (Optional<Entry> next = archive.next(); next.isPresent(); next = archive.next()) {
                count();
                empty &= next.get().isFolder();
                entry(place.entry(next.get().name()), kind, next.get(), archive, depth);
            }
        }
        if (empty) {
            throw new NoReport("it is a " + kind.noun() + " archive with nothing in it");
        }
    }

    /** Where an entry is damaged and the next one cannot be found, the archive is damaged. */
    private void entry(Place place, FileKind kind, Entry entry, ArchiveEntries archive, int depth) throws IOException {
        InputStream content = bounded(entry.content());
        try {
            if (entry.unreadable().isPresent()) {
                finder.noReport(place, entry.unreadable().get());
            } else if (!entry.isFolder()) {
                open(place, content, depth);
            }
            content.transferTo(OutputStream.nullOutputStream());
        } catch (FileInput.Unreadable | TooLarge | Endless beyond) {
            throw beyond;
        } catch (IOException damaged) {
            archive.leave();
            finder.noReport(place, damaged(kind));
            return;
        }
        archive.leave();
    }

    private void mailbox(Place place, Mailbox mailbox, int depth) throws IOException {
        int number = 0;
        for (Optional<InputStream> next = mailbox.next(); next.isPresent(); next = mailbox.next()) {
            count();
            Place entry = place.entry("message " + ++number);
            try (InputStream message = next.get()) {
                mail(entry, message, depth + 1);
            } catch (FileInput.Unreadable | TooLarge | Endless beyond) {
                throw beyond;
            } catch (IOException damaged) {
                finder.noReport(entry, damaged(FileKind.MAIL));
            }
        }
    }

    private void mail(Place place, InputStream input, int depth) throws IOException {
        MailParts parts = new MailParts(input);
        Set<String> others = new TreeSet<>();
        boolean found = false;
        try {
            while (parts.next()) {
                BufferedInputStream body = new BufferedInputStream(bounded(parts.body()), FileKind.HEAD);
                if (FileKind.mayHoldAReport(parts.type(), head(body))) {
                    found = true;
                    open(place.entry(parts.name()), body, depth);
                } else {
                    others.add(parts.type());
                }
            }
        } catch (MimeException | MaxLineLimitException beyond) {
            Optional<String> limit = MailParts.limit(beyond);
            if (limit.isEmpty()) {
                throw new IOException(beyond);
            }
            if (found) {
                finder.unfinished(place, limit.get());
            } else {
                finder.noReport(place, limit.get());
            }
            return;
        }
        if (!found) {
            finder.noReport(
                    place,
                    "it is a mail without a report"
                            + (others.isEmpty() ? "" : "; it holds " + RemoteText.list(List.copyOf(others))));
        }
    }

    private void count() throws Endless {
        if (++entries > MOST_ENTRIES) {
            throw new Endless(String.format(Locale.ROOT, "it has more than %,d entries", MOST_ENTRIES));
        }
    }
}
