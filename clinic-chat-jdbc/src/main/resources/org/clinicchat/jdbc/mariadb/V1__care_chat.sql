-- Clinic Chat, version 1. Every key begins with the clinic: tables can be distributed by it. Ids and words compare byte by
-- byte. Times are microseconds since 1970-01-01T00:00Z. A person is a letter for the role, a slash and the id: p/ for a
-- patient, d/ for a practitioner, g/ for a guest, h/ for the host.

CREATE TABLE ${tables}schema_version (
    version integer NOT NULL PRIMARY KEY
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Taken by whoever changes the people of a clinic: one change at a time.
CREATE TABLE ${tables}directory (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ${tables}practice (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    version bigint NOT NULL,
    settings mediumtext NOT NULL,
    reply_round integer NOT NULL,
    reply_activation integer NOT NULL,
    reply_digest varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (clinic, practitioner)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- search_text has the folded words of the name and, after a #, the normalised identifiers, each after a space.
CREATE TABLE ${tables}patient (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    patient varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    given_name mediumtext NOT NULL,
    family_name mediumtext NOT NULL,
    identifiers mediumtext NOT NULL,
    search_text mediumtext NOT NULL,
    PRIMARY KEY (clinic, patient)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ${tables}work_group (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    work_group varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (clinic, work_group)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ${tables}work_group_member (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    work_group varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (clinic, practitioner, work_group)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ${prefix}work_group_member_group ON ${tables}work_group_member (clinic, work_group);

-- A practitioner and a patient who are one person.
CREATE TABLE ${tables}person_link (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    patient varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ${tables}contact_permission (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    patient varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The head of a conversation. newest_first is minus last_time: an ascending index has the newest first, then the ids. The
-- read state of the two who are always there is in the row: up to where they read, and how many messages of the other side
-- are thereby settled (up to there, or retracted above): what is unread is the other side's count less the settled.
CREATE TABLE ${tables}conversation (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    patient varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    id varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    revision bigint NOT NULL,
    last_seq bigint NOT NULL,
    last_time bigint NOT NULL,
    newest_first bigint NOT NULL,
    practice_count bigint NOT NULL,
    patient_count bigint NOT NULL,
    disabled boolean NOT NULL,
    switched_time bigint NOT NULL,
    switched_by varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    switched_reason mediumtext,
    preview_author varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    preview_on_behalf_of varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    preview_kind smallint,
    preview_text mediumtext,
    preview_files integer,
    awaiting_since bigint,
    owner_read_up_to bigint NOT NULL,
    owner_settled bigint NOT NULL,
    owner_marked boolean NOT NULL,
    owner_marks bigint NOT NULL,
    patient_read_up_to bigint NOT NULL,
    patient_settled bigint NOT NULL,
    patient_marked boolean NOT NULL,
    patient_marks bigint NOT NULL,
    owner_unread boolean AS (patient_count > owner_settled OR owner_marked) PERSISTENT,
    PRIMARY KEY (clinic, practitioner, patient),
    UNIQUE (clinic, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ${prefix}conversation_list ON ${tables}conversation (clinic, practitioner, newest_first, id);
CREATE INDEX ${prefix}conversation_of_patient ON ${tables}conversation (clinic, patient, newest_first, id);
CREATE INDEX ${prefix}conversation_unread ON ${tables}conversation (clinic, practitioner, owner_unread, newest_first, id);

-- Everybody else's read state: substitutes'.
CREATE TABLE ${tables}read_state (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    practitioner varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    patient varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    reader varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    read_up_to bigint NOT NULL,
    settled bigint NOT NULL,
    marked boolean NOT NULL,
    marks bigint NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient, reader)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Rows are never changed. The counts are those of the conversation up to and with the message.
CREATE TABLE ${tables}message (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    conversation varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    seq bigint NOT NULL,
    revision bigint NOT NULL,
    id varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    sent_time bigint NOT NULL,
    author varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    on_behalf_of varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    kind smallint NOT NULL,
    message_text mediumtext NOT NULL,
    files mediumtext,
    practice_count bigint NOT NULL,
    patient_count bigint NOT NULL,
    client_id varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    PRIMARY KEY (clinic, conversation, seq),
    UNIQUE (clinic, id),
    UNIQUE (clinic, author, client_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- settles is the side whose unread counts fall by it: 1 the practice, 2 the patient, 0 nobody.
CREATE TABLE ${tables}retraction (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    conversation varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    seq bigint NOT NULL,
    revision bigint NOT NULL,
    retracted_by varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    on_behalf_of varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    retracted_time bigint NOT NULL,
    settles smallint NOT NULL,
    PRIMARY KEY (clinic, conversation, seq),
    UNIQUE (clinic, conversation, revision)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ${tables}switching (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    conversation varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    revision bigint NOT NULL,
    disabled boolean NOT NULL,
    switched_time bigint NOT NULL,
    switched_by varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    switched_reason mediumtext,
    PRIMARY KEY (clinic, conversation, revision)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ${tables}auto_reply_delivery (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    conversation varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    reply_round integer NOT NULL,
    reply_activation integer NOT NULL,
    reply_digest varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (clinic, conversation, reply_round, reply_activation, reply_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The number of each clinic's last audit record: taken last of all, so that the records stand in the order of the commits.
CREATE TABLE ${tables}audit_end (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
    last_number bigint NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- refused_key is what makes two refusals equal within their minute; empty for whatever is no refusal.
CREATE TABLE ${tables}audit (
    clinic varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    number bigint NOT NULL,
    action varchar(40) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    actor varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    on_behalf_of varchar(66) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    refusal varchar(60) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    conversation varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    work_group varchar(64) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    about mediumtext NOT NULL,
    recorded_time bigint NOT NULL,
    times bigint NOT NULL,
    refused_key varchar(300) CHARACTER SET ascii COLLATE ascii_nopad_bin,
    PRIMARY KEY (clinic, number),
    UNIQUE (clinic, refused_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO ${tables}schema_version (version) VALUES (1);
