package org.clinicchat.examples.quickstart.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.clinicchat.examples.quickstart.UserError;
import org.clinicchat.examples.quickstart.terminal.Layout;

/** Reads dialogues out of CSV as RFC 4180 has it, in UTF-8 with or without a byte order mark. */
final class DialogueCsv {

    private static final String COLUMN = "dialogue";
    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_LIST = 200;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String path;
    private final InputStream bytes;

    DialogueCsv(String path, InputStream bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    List<Dialogue> read() throws IOException, UserError {
        try (CSVParser parser = FORMAT.parse(text())) {
            return read(parser);
        }
    }

    private List<Dialogue> read(CSVParser parser) throws IOException, UserError {
        Iterator<CSVRecord> records = parser.iterator();
        if (!hasNext(records, parser)) {
            throw new UserError(path + " is empty. Give a CSV file with a column \"dialogue\".");
        }
        CSVRecord heading = records.next();
        int column = column(heading);
        List<Dialogue> dialogues = new ArrayList<>();
        while (hasNext(records, parser)) {
            CSVRecord row = records.next();
            checkSize(row, heading, parser);
            dialogues.add(Dialogue.parse(dialogues.size() + 1, row.get(column)));
        }
        if (dialogues.isEmpty()) {
            throw new UserError(path + " has column names and nothing under them. Give a file with a dialogue in it.");
        }
        return dialogues;
    }

    /** The parser reads ahead here: whatever is wrong with the next record comes to light. */
    private boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) throws IOException, UserError {
        long begin = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw e.getCause();
            }
            throw new UserError(path + " is no well-formed CSV: look at the row that begins at line " + begin
                    + ". A quote in it is not closed, or text follows a closing quote.");
        }
    }

    private int column(CSVRecord heading) throws UserError {
        List<String> names = heading.stream().map(String::strip).toList();
        List<String> matching = names.stream().filter(COLUMN::equalsIgnoreCase).toList();
        if (matching.size() == 1) {
            return names.indexOf(matching.get(0));
        }
        String found = Layout.cut(String.join(", ", names), LONGEST_LIST);
        String fault = matching.isEmpty() ? "no column \"dialogue\"" : "several columns \"dialogue\"";
        throw new UserError(path + " has " + fault + ". Its first line must name the columns; it says: " + found);
    }

    private void checkSize(CSVRecord row, CSVRecord heading, CSVParser parser) throws UserError {
        if (row.size() != heading.size()) {
            throw new UserError(path + " is no well-formed CSV: the row that ends at line "
                    + parser.getCurrentLineNumber() + " does not fit (values: " + row.size() + ", columns: "
                    + heading.size() + "). Quote values with commas or line breaks.");
        }
    }

    /** A decoder of its own: one made from a charset's name would put signs of replacement for what is malformed. */
    private Reader text() throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
