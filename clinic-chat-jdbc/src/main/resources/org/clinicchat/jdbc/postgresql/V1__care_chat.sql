-- Clinic Chat, version 1. Every key begins with the clinic: tables can be distributed by it. Ids and words compare byte by
-- byte. Times are microseconds since 1970-01-01T00:00Z. A person is a letter for the role, a slash and the id: p/ for a
-- patient, d/ for a practitioner, g/ for a guest, h/ for the host.

CREATE TABLE ${tables}schema_version (
    version integer NOT NULL PRIMARY KEY
);

-- Taken by whoever changes the people of a clinic: one change at a time.
CREATE TABLE ${tables}directory (
    clinic varchar(64) COLLATE "C" NOT NULL PRIMARY KEY
);

CREATE TABLE ${tables}practice (
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    settings text NOT NULL,
    reply_round integer NOT NULL,
    reply_activation integer NOT NULL,
    reply_digest varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, practitioner)
);

-- search_text has the folded words of the name and, after a #, the normalised identifiers, each after a space.
CREATE TABLE ${tables}patient (
    clinic varchar(64) COLLATE "C" NOT NULL,
    patient varchar(64) COLLATE "C" NOT NULL,
    given_name text NOT NULL,
    family_name text NOT NULL,
    identifiers text NOT NULL,
    search_text text COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, patient)
);

CREATE TABLE ${tables}work_group (
    clinic varchar(64) COLLATE "C" NOT NULL,
    work_group varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, work_group)
);

CREATE TABLE ${tables}work_group_member (
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    work_group varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, practitioner, work_group)
);
CREATE INDEX ${prefix}work_group_member_group ON ${tables}work_group_member (clinic, work_group);

-- A practitioner and a patient who are one person.
CREATE TABLE ${tables}person_link (
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    patient varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient)
);

CREATE TABLE ${tables}contact_permission (
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    patient varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient)
);

-- The head of a conversation. newest_first is minus last_time: an ascending index has the newest first, then the ids. The
-- read state of the two who are always there is in the row: up to where they read, and how many messages of the other side
-- are thereby settled (up to there, or retracted above): what is unread is the other side's count less the settled.
CREATE TABLE ${tables}conversation (
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    patient varchar(64) COLLATE "C" NOT NULL,
    id varchar(64) COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    last_seq bigint NOT NULL,
    last_time bigint NOT NULL,
    newest_first bigint NOT NULL,
    practice_count bigint NOT NULL,
    patient_count bigint NOT NULL,
    disabled boolean NOT NULL,
    switched_time bigint NOT NULL,
    switched_by varchar(66) COLLATE "C",
    switched_reason text,
    preview_author varchar(66) COLLATE "C",
    preview_on_behalf_of varchar(66) COLLATE "C",
    preview_kind smallint,
    preview_text text,
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
    PRIMARY KEY (clinic, practitioner, patient),
    UNIQUE (clinic, id)
);
CREATE INDEX ${prefix}conversation_list ON ${tables}conversation (clinic, practitioner, newest_first, id);
CREATE INDEX ${prefix}conversation_of_patient ON ${tables}conversation (clinic, patient, newest_first, id);
CREATE INDEX ${prefix}conversation_unread ON ${tables}conversation (clinic, practitioner, newest_first, id)
    WHERE patient_count > owner_settled OR owner_marked;

-- Everybody else's read state: substitutes'.
CREATE TABLE ${tables}read_state (
    clinic varchar(64) COLLATE "C" NOT NULL,
    practitioner varchar(64) COLLATE "C" NOT NULL,
    patient varchar(64) COLLATE "C" NOT NULL,
    reader varchar(66) COLLATE "C" NOT NULL,
    read_up_to bigint NOT NULL,
    settled bigint NOT NULL,
    marked boolean NOT NULL,
    marks bigint NOT NULL,
    PRIMARY KEY (clinic, practitioner, patient, reader)
);

-- Rows are never changed. The counts are those of the conversation up to and with the message.
CREATE TABLE ${tables}message (
    clinic varchar(64) COLLATE "C" NOT NULL,
    conversation varchar(64) COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    revision bigint NOT NULL,
    id varchar(64) COLLATE "C" NOT NULL,
    sent_time bigint NOT NULL,
    author varchar(66) COLLATE "C" NOT NULL,
    on_behalf_of varchar(66) COLLATE "C",
    kind smallint NOT NULL,
    message_text text NOT NULL,
    files text,
    practice_count bigint NOT NULL,
    patient_count bigint NOT NULL,
    client_id varchar(64) COLLATE "C",
    PRIMARY KEY (clinic, conversation, seq),
    UNIQUE (clinic, id),
    UNIQUE (clinic, author, client_id)
);

-- settles is the side whose unread counts fall by it: 1 the practice, 2 the patient, 0 nobody.
CREATE TABLE ${tables}retraction (
    clinic varchar(64) COLLATE "C" NOT NULL,
    conversation varchar(64) COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    revision bigint NOT NULL,
    retracted_by varchar(66) COLLATE "C" NOT NULL,
    on_behalf_of varchar(66) COLLATE "C",
    retracted_time bigint NOT NULL,
    settles smallint NOT NULL,
    PRIMARY KEY (clinic, conversation, seq),
    UNIQUE (clinic, conversation, revision)
);

CREATE TABLE ${tables}switching (
    clinic varchar(64) COLLATE "C" NOT NULL,
    conversation varchar(64) COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    disabled boolean NOT NULL,
    switched_time bigint NOT NULL,
    switched_by varchar(66) COLLATE "C",
    switched_reason text,
    PRIMARY KEY (clinic, conversation, revision)
);

CREATE TABLE ${tables}auto_reply_delivery (
    clinic varchar(64) COLLATE "C" NOT NULL,
    conversation varchar(64) COLLATE "C" NOT NULL,
    reply_round integer NOT NULL,
    reply_activation integer NOT NULL,
    reply_digest varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (clinic, conversation, reply_round, reply_activation, reply_digest)
);

-- The number of each clinic's last audit record: taken last of all, so that the records stand in the order of the commits.
CREATE TABLE ${tables}audit_end (
    clinic varchar(64) COLLATE "C" NOT NULL PRIMARY KEY,
    last_number bigint NOT NULL
);

-- refused_key is what makes two refusals equal within their minute; empty for whatever is no refusal.
CREATE TABLE ${tables}audit (
    clinic varchar(64) COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    action varchar(40) COLLATE "C" NOT NULL,
    actor varchar(66) COLLATE "C" NOT NULL,
    on_behalf_of varchar(66) COLLATE "C",
    refusal varchar(60) COLLATE "C",
    conversation varchar(64) COLLATE "C",
    work_group varchar(64) COLLATE "C",
    about text NOT NULL,
    recorded_time bigint NOT NULL,
    times bigint NOT NULL,
    refused_key varchar(300) COLLATE "C",
    PRIMARY KEY (clinic, number),
    UNIQUE (clinic, refused_key)
);

INSERT INTO ${tables}schema_version (version) VALUES (1);
