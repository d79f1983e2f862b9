
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

;

CREATE TABLE customer (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	customer_type VARCHAR(32) NOT NULL, 
	go_live DATE, 
	invented BOOLEAN NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT pk_customer PRIMARY KEY (id)
)

;

CREATE TABLE questionnaire_form (
	fingerprint VARCHAR(64) NOT NULL, 
	customer_type VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_questionnaire_form PRIMARY KEY (fingerprint)
)

;

CREATE TABLE response (
	id VARCHAR(64) NOT NULL, 
	customer_id VARCHAR(64) NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	created_by VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_response PRIMARY KEY (id), 
	CONSTRAINT fk_response_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_response_fingerprint FOREIGN KEY(fingerprint) REFERENCES questionnaire_form (fingerprint)
)

;
CREATE INDEX ix_response_customer_id ON response (customer_id);

CREATE TABLE answer (
	response_id VARCHAR(64) NOT NULL, 
	question_id VARCHAR(64) NOT NULL, 
	field VARCHAR(32) NOT NULL, 
	content TEXT, 
	version INTEGER NOT NULL, 
	session VARCHAR(64) NOT NULL, 
	edit_no INTEGER NOT NULL, 
	updated_by VARCHAR(200) NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (response_id, question_id, field), 
	CONSTRAINT fk_answer_response_id FOREIGN KEY(response_id) REFERENCES response (id)
)

;

CREATE TABLE answer_revision (
	id SERIAL NOT NULL, 
	response_id VARCHAR(64) NOT NULL, 
	question_id VARCHAR(64) NOT NULL, 
	field VARCHAR(32) NOT NULL, 
	version INTEGER, 
	content TEXT, 
	actor VARCHAR(200) NOT NULL, 
	session VARCHAR(64) NOT NULL, 
	edit_no INTEGER NOT NULL, 
	base_version INTEGER, 
	kind VARCHAR(32) NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT pk_answer_revision PRIMARY KEY (id), 
	CONSTRAINT fk_answer_revision_response_id FOREIGN KEY(response_id) REFERENCES response (id), 
	CONSTRAINT uq_answer_revision_response_id_question_id_field_version UNIQUE (response_id, question_id, field, version)
)

;

CREATE TABLE audit_event (
	id SERIAL NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	actor VARCHAR(200) NOT NULL, 
	operation VARCHAR(64) NOT NULL, 
	object VARCHAR(200) NOT NULL, 
	outcome VARCHAR(32) NOT NULL, 
	detail TEXT, 
	CONSTRAINT pk_audit_event PRIMARY KEY (id)
)

;
CREATE INDEX ix_audit_event_at ON audit_event (at);
INSERT INTO alembic_version (version_num) VALUES ('0001') RETURNING alembic_version.version_num;
INSERT INTO audit_event (id, at, actor, operation, object, outcome, detail) VALUES (1, '2027-01-01 12:00:00+00:00', 'a', 'set_go_live', 'customer:c1', 'done', '{"from": "æ"}');
INSERT INTO audit_event (id, at, actor, operation, object, outcome, detail) VALUES (2, '2027-01-01 12:00:00.000001+00:00', 'a', 'set_go_live', 'customer:c1', 'done', '{"from": "æ"}');
INSERT INTO audit_event (id, at, actor, operation, object, outcome, detail) VALUES (3, '2027-01-01 12:00:00.000002+00:00', 'a', 'set_go_live', 'customer:c1', 'done', '{"from": "æ"}');
INSERT INTO customer (id, name, customer_type, go_live, invented, created_at) VALUES ('c1', 'Kommune A', 'municipality', NULL, true, '2027-01-01 12:00:00+00:00');
INSERT INTO questionnaire_form (fingerprint, customer_type, body) VALUES ('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', 'municipality', '{}');
INSERT INTO response (id, customer_id, fingerprint, created_at, created_by) VALUES ('r1', 'c1', '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', '2027-01-01 12:00:00+00:00', 'a');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-3', 'comment', NULL, 2, 'S2', 16, 'S1', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-3', 'value', '''; DROP TABLE answer; --', 9, 'S0', 45, 'S0', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-0', 'value', NULL, 7, 'S1', 49, 'S1', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-1', 'value', '🫐', 4, 'S0', 51, 'S0', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-2', 'comment', 'blåbær på myra', 5, 'S0', 54, 'S0', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-0', 'comment', '🫐', 6, 'S1', 55, 'S1', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-1', 'comment', '''; DROP TABLE answer; --', 8, 'S2', 57, 'S2', '2027-01-01 12:00:00+00:00');
INSERT INTO answer (response_id, question_id, field, content, version, session, edit_no, updated_by, updated_at) VALUES ('r1', 'Q-2', 'value', '3', 4, 'S1', 59, 'S1', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (1, 'r1', 'Q-3', 'comment', 1, '''; DROP TABLE answer; --', 'S0', 'S0', 0, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (2, 'r1', 'Q-3', 'value', 1, 'to
linjer', 'S1', 'S1', 0, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (3, 'r1', 'Q-3', 'comment', 2, NULL, 'S1', 'S1', 0, 0, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (4, 'r1', 'Q-0', 'comment', 1, '3', 'S0', 'S0', 4, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (5, 'r1', 'Q-0', 'value', 1, '🫐', 'S2', 'S2', 5, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (6, 'r1', 'Q-0', 'comment', 2, '🫐', 'S2', 'S2', 7, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (7, 'r1', 'Q-2', 'value', 1, 'to
linjer', 'S2', 'S2', 8, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (8, 'r1', 'Q-3', 'value', 2, '3', 'S2', 'S2', 9, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (9, 'r1', 'Q-3', 'value', 3, NULL, 'S1', 'S1', 10, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (10, 'r1', 'Q-3', 'value', 4, '3', 'S1', 'S1', 11, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (11, 'r1', 'Q-0', 'value', 2, 'blåbær på myra', 'S1', 'S1', 12, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (12, 'r1', 'Q-0', 'comment', NULL, '''; DROP TABLE answer; --', 'S2', 'S2', 0, 1, 'superseded', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (13, 'r1', 'Q-1', 'comment', 1, 'blåbær på myra', 'S0', 'S0', 15, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (14, 'r1', 'Q-1', 'value', 1, '🫐', 'S2', 'S2', 17, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (15, 'r1', 'Q-1', 'comment', 2, '🫐', 'S1', 'S1', 18, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (16, 'r1', 'Q-1', 'value', 2, 'to
linjer', 'S1', 'S1', 20, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (17, 'r1', 'Q-1', 'comment', NULL, 'blåbær på myra', 'S0', 'S0', 2, 1, 'superseded', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (18, 'r1', 'Q-0', 'value', 3, '''; DROP TABLE answer; --', 'S0', 'S0', 23, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (19, 'r1', 'Q-0', 'value', 4, '🫐', 'S1', 'S1', 25, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (20, 'r1', 'Q-1', 'comment', NULL, '''; DROP TABLE answer; --', 'S1', 'S1', 6, 1, 'superseded', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (21, 'r1', 'Q-1', 'comment', 3, '3', 'S0', 'S0', 27, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (22, 'r1', 'Q-1', 'value', 3, 'blåbær på myra', 'S0', 'S0', 28, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (23, 'r1', 'Q-3', 'value', 5, '🫐', 'S2', 'S2', 29, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (24, 'r1', 'Q-0', 'comment', 3, 'to
linjer', 'S2', 'S2', 10, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (25, 'r1', 'Q-3', 'value', 6, '3', 'S2', 'S2', 31, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (26, 'r1', 'Q-1', 'comment', 4, '''; DROP TABLE answer; --', 'S0', 'S0', 33, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (27, 'r1', 'Q-0', 'value', 5, 'to
linjer', 'S2', 'S2', 34, 0, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (28, 'r1', 'Q-3', 'value', 7, 'blåbær på myra', 'S0', 'S0', 36, 0, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (29, 'r1', 'Q-2', 'comment', 1, '3', 'S1', 'S1', 37, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (30, 'r1', 'Q-2', 'value', 2, NULL, 'S0', 'S0', 38, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (31, 'r1', 'Q-0', 'comment', 4, '''; DROP TABLE answer; --', 'S1', 'S1', 40, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (32, 'r1', 'Q-3', 'value', 8, '3', 'S2', 'S2', 41, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (33, 'r1', 'Q-2', 'comment', 2, '''; DROP TABLE answer; --', 'S2', 'S2', 43, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (34, 'r1', 'Q-1', 'comment', 5, 'blåbær på myra', 'S1', 'S1', 44, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (35, 'r1', 'Q-3', 'value', 9, '''; DROP TABLE answer; --', 'S0', 'S0', 45, 0, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (36, 'r1', 'Q-0', 'comment', 5, 'to
linjer', 'S1', 'S1', 46, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (37, 'r1', 'Q-2', 'comment', 3, NULL, 'S0', 'S0', 47, 0, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (38, 'r1', 'Q-0', 'value', 6, '🫐', 'S1', 'S1', 48, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (39, 'r1', 'Q-0', 'value', 7, NULL, 'S1', 'S1', 49, NULL, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (40, 'r1', 'Q-1', 'value', 4, '🫐', 'S0', 'S0', 51, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (41, 'r1', 'Q-2', 'comment', 4, '🫐', 'S2', 'S2', 52, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (42, 'r1', 'Q-1', 'comment', 6, '''; DROP TABLE answer; --', 'S2', 'S2', 33, 0, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (43, 'r1', 'Q-2', 'comment', 5, 'blåbær på myra', 'S0', 'S0', 54, 1, 'conflict', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (44, 'r1', 'Q-0', 'comment', 6, '🫐', 'S1', 'S1', 55, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (45, 'r1', 'Q-1', 'comment', 7, 'blåbær på myra', 'S2', 'S2', 36, 1, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (46, 'r1', 'Q-1', 'comment', 8, '''; DROP TABLE answer; --', 'S2', 'S2', 57, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (47, 'r1', 'Q-2', 'value', 3, '''; DROP TABLE answer; --', 'S0', 'S0', 58, 0, 'edit', '2027-01-01 12:00:00+00:00');
INSERT INTO answer_revision (id, response_id, question_id, field, version, content, actor, session, edit_no, base_version, kind, at) VALUES (48, 'r1', 'Q-2', 'value', 4, '3', 'S1', 'S1', 59, NULL, 'edit', '2027-01-01 12:00:00+00:00');
SELECT setval('answer_revision_id_seq', 48);
SELECT setval('audit_event_id_seq', 3);
