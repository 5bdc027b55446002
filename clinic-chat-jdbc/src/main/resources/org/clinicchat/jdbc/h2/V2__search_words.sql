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
    clinic varchar(64) NOT NULL,
    practitioner varchar(64) NOT NULL,
    patient varchar(64) NOT NULL,
    word varchar(100) NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient, word)
);
CREATE INDEX IF NOT EXISTS ${prefix}conversation_word_found
    ON ${tables}conversation_word (clinic, practitioner, word, patient);

DELETE FROM ${tables}conversation_word;
INSERT INTO ${tables}conversation_word (clinic, practitioner, patient, word)
SELECT DISTINCT c.clinic, c.practitioner, c.patient, LEFT(p.word, 100)
FROM (
    SELECT t.clinic, t.patient,
        SUBSTRING(t.search_text, n.x + 1, LOCATE(' ', t.search_text || ' ', n.x + 1) - n.x - 1) AS word
    FROM ${tables}patient t
    JOIN SYSTEM_RANGE(1, (SELECT COALESCE(MAX(LENGTH(search_text)), 1) FROM ${tables}patient)) n
        ON n.x <= LENGTH(t.search_text) AND SUBSTRING(t.search_text, n.x, 1) = ' '
) p
JOIN ${tables}conversation c ON c.clinic = p.clinic AND c.patient = p.patient
WHERE p.word <> '';

INSERT INTO ${tables}schema_version (version) VALUES (2);
