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
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    patient varchar(64) COLLATE "C" NOT NULL,
    word varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient, word)
);
CREATE INDEX IF NOT EXISTS ${prefix}conversation_word_found
    ON ${tables}conversation_word (clinic, practitioner, word, patient);

DELETE FROM ${tables}conversation_word;
INSERT INTO ${tables}conversation_word (clinic, practitioner, patient, word)
SELECT DISTINCT c.clinic, c.practitioner, c.patient, left(w.word, 100)
FROM ${tables}conversation c
JOIN ${tables}patient t ON t.clinic = c.clinic AND t.patient = c.patient
CROSS JOIN LATERAL unnest(string_to_array(t.search_text, ' ')) AS w (word)
WHERE w.word <> '';

INSERT INTO ${tables}schema_version (version) VALUES (2);
