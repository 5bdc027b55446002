-- Clinic Chat, version 2: a search by an index, and what substitutes have unread without a look at what was retracted. The
-- script may be run again where it broke off.

-- How many of the patient's messages are retracted.
ALTER TABLE ${tables}conversation ADD COLUMN IF NOT EXISTS patient_retracted bigint DEFAULT 0 NOT NULL;

UPDATE ${tables}conversation SET patient_retracted = (
    SELECT COUNT(*) FROM ${tables}retraction r
    WHERE r.clinic = ${tables}conversation.clinic AND r.conversation = ${tables}conversation.id AND r.settles = 1
) WHERE EXISTS (
    SELECT 1 FROM ${tables}retraction r
    WHERE r.clinic = ${tables}conversation.clinic AND r.conversation = ${tables}conversation.id AND r.settles = 1
);

-- Under which words a practitioner finds a conversation: the words of the patient's search_text, cut to 100.
CREATE TABLE IF NOT EXISTS ${tables}conversation_word (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    patient varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    word varchar(100) NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient, word)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS ${prefix}conversation_word_found
    ON ${tables}conversation_word (clinic, practitioner, word, patient);

DELETE FROM ${tables}conversation_word;
INSERT INTO ${tables}conversation_word (clinic, practitioner, patient, word)
WITH RECURSIVE piece (clinic, patient, word, rest) AS (
    SELECT clinic, patient, CAST('' AS CHAR(100) CHARACTER SET utf8mb4), CONCAT(TRIM(search_text), ' ')
    FROM ${tables}patient
    UNION ALL
    SELECT clinic, patient, LEFT(SUBSTRING_INDEX(rest, ' ', 1), 100), SUBSTRING(rest, LOCATE(' ', rest) + 1)
    FROM piece WHERE rest <> ''
)
SELECT DISTINCT c.clinic, c.practitioner, c.patient, p.word
FROM piece p JOIN ${tables}conversation c ON c.clinic = p.clinic AND c.patient = p.patient
WHERE p.word <> '';

INSERT INTO ${tables}schema_version (version) VALUES (2);
