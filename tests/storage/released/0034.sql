BEGIN TRANSACTION;
CREATE TABLE "addresses" (
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	audience VARCHAR(255) NOT NULL, 
	address VARCHAR(255) NOT NULL, 
	CONSTRAINT pk_addresses PRIMARY KEY (school, platform, audience)
);
INSERT INTO "addresses" VALUES('sample-elementary','slack','workspace','T0SANDBOX');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f118af2e476c201150d99','U001ADA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f11d19f188fbf7537b4dd','U002BEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f121227fe61a2076b1875','U003CAL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f124fd9efa9af2c291035','U004DOT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f12cbf38df606df5ff53b','U005ELI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f1347d12e5a2991b60943','U006FAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f13cbea1972650ddde076','U007GUS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f14234e79aa6636153cba','U008IDA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f146249e38b271a826abf','U009JAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f149ee11020445e136f96','U010KIT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f14d88d3677e07397f9d9','U011LEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f151375b5e6f86ff520d8','U012MAX');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f154cc0fc5a619fd1fc4b','U013NIA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f158744916e14ac8ad63a','U014OLI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f15c07a80c7f3ae72f1ff','U015PIA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f21ff25497f3f1c9ab81b','U016QUIN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f2280a4b68554b676d16b','U017RAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f22c8066189258bd1a611','U018SOL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f23081a08171f3c797c42','U019TEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f2345493a788c1433ce33','U020UMA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f23b6f31e13f099295e35','U021VIC');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f242e7a0873c83052526f','U022WES');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f24ac7d4e4ba4abfc14a5','U023XAN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f251bf9f42e1256278a6a','U024YARA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f255f8b1870683f70329d','U025ZOE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f2603bb63b0b165438534','U026AMOS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f265a9ea389048e0d6f72','U027BREE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f26b9eb494f1c8743df9b','U028CLEO');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f26fe92e958abb2892949','U029DALE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f273a11540c57a8df3135','U030ELSA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f2775878ffd403e61b91f','U031FINN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f27ae3b48bb9cefb3b70c','U032GWEN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f27e7f8b4adfcc3e113f7','U033HUGO');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f281f1c6756d283a2d56d','U034IRIS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f285a773942583ec7f49d','U035JUDE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f289283d4778474f2a7a8','U036KAYA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f28caff509e626f6b17ef','U037LARS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f290211975871f0f1a3fb','U038MINA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f293b30fae4d3595680f1','U039NOEL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f2974a5d03db83a7f7192','U040OPAL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd839f29ac7ce18b02ca22a0eb','U041PETE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:k-1','C0K1');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-2','C0GRADE2');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-3','C0GRADE3');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-4','C0GRADE4');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-5','C0GRADE5');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:specialists','C0SPECIALISTS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','ilt','C0ILT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','all-staff','C0ALLSTAFF');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd839f293b30fae4d3595680f1','DU039NOEL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd839f2345493a788c1433ce33','DU020UMA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd839f251bf9f42e1256278a6a','DU024YARA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd839f158744916e14ac8ad63a','DU014OLI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd839f23081a08171f3c797c42','DU019TEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd839f290211975871f0f1a3fb','DU038MINA');
CREATE TABLE "agenda_items" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	title VARCHAR(300) NOT NULL, 
	minutes INTEGER NOT NULL, 
	provenance VARCHAR(32) NOT NULL, 
	added_at DATETIME NOT NULL, 
	outcome VARCHAR(32) NOT NULL, 
	source VARCHAR(64) NOT NULL, 
	label VARCHAR(120) NOT NULL, 
	detail TEXT NOT NULL, 
	"by" VARCHAR(32), 
	state VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) DEFAULT 'instructional' NOT NULL, 
	focus VARCHAR(32), 
	example TEXT DEFAULT '' NOT NULL, 
	students TEXT DEFAULT '' NOT NULL, 
	problem VARCHAR(32), 
	strategy VARCHAR(64), 
	memo BOOLEAN DEFAULT 0 NOT NULL, 
	hard BOOLEAN DEFAULT 0 NOT NULL, 
	touched_on DATE, 
	why TEXT DEFAULT '' NOT NULL, 
	team VARCHAR(64), 
	standards JSON DEFAULT '[]' NOT NULL, 
	brought JSON, 
	CONSTRAINT pk_agenda_items PRIMARY KEY (id), 
	CONSTRAINT ck_agenda_items_provenance CHECK (provenance IN ('strategy', 'trend', 'input', 'member', 'team', 'carried')), 
	CONSTRAINT ck_agenda_items_outcome CHECK (outcome IN ('inform', 'discuss', 'decide', 'learn')), 
	CONSTRAINT ck_agenda_items_itemstate CHECK (state IN ('open', 'done', 'dropped', 'routed', 'parked')), 
	CONSTRAINT ck_agenda_items_itemkind CHECK (kind IN ('instructional', 'people', 'operational')), 
	CONSTRAINT ck_agenda_items_focus CHECK (focus IN ('student', 'adult', 'both'))
);
CREATE TABLE agenda_templates (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	minutes JSON NOT NULL, 
	prompts JSON NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_agenda_templates PRIMARY KEY (id), 
	CONSTRAINT uq_agenda_templates_school_key UNIQUE (school, "key")
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0034');
CREATE TABLE anonymous_inputs (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	receipt VARCHAR(64) NOT NULL, 
	week DATE NOT NULL, 
	team VARCHAR(64), 
	topic VARCHAR(32) NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	see TEXT NOT NULL, 
	suggest TEXT NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	more TEXT NOT NULL, 
	asked TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	reason VARCHAR(32), 
	look_again DATE, 
	meeting_on DATE, 
	decision VARCHAR(16), 
	decision_id VARCHAR(32), routed_to VARCHAR(64), needs JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_anonymous_inputs PRIMARY KEY (id), 
	CONSTRAINT uq_anonymous_inputs_school_receipt UNIQUE (school, receipt), 
	CONSTRAINT ck_anonymous_inputs_topic CHECK (topic IN ('instruction', 'curriculum_and_materials', 'assessment', 'student_support', 'schedule_and_time', 'professional_learning', 'communication', 'climate', 'idea', 'thanks', 'other')), 
	CONSTRAINT ck_anonymous_inputs_scope CHECK (scope IN ('my_team', 'several_teams', 'whole_school')), 
	CONSTRAINT ck_anonymous_inputs_anonymousstate CHECK (state IN ('waiting', 'received', 'answered', 'on_agenda', 'declined', 'considered', 'withdrawn')), 
	CONSTRAINT ck_anonymous_inputs_declinereason CHECK (reason IN ('not_ours', 'already_decided', 'not_now', 'evidence'))
)
 WITHOUT ROWID

;
CREATE TABLE audit (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	actor VARCHAR(32) NOT NULL, 
	action VARCHAR(64) NOT NULL, 
	object VARCHAR(80) NOT NULL, 
	outcome VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
INSERT INTO "audit" VALUES('000660dd83a9c2604221d185a1fc9227','sample-elementary','2026-10-19 18:00:00.000000','operator','apply-school','','done');
CREATE TABLE away (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	first DATE NOT NULL, 
	last DATE NOT NULL, 
	begun BOOLEAN NOT NULL, 
	CONSTRAINT pk_away PRIMARY KEY (id), 
	CONSTRAINT uq_away_school_person UNIQUE (school, person)
);
CREATE TABLE calendar_changes (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	made_by VARCHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	days JSON NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	"before" JSON NOT NULL, 
	postponed JSON NOT NULL, 
	CONSTRAINT pk_calendar_changes PRIMARY KEY (id), 
	CONSTRAINT ck_calendar_changes_changestate CHECK (state IN ('proposed', 'applied', 'undone'))
);
CREATE TABLE calendar_days (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	note VARCHAR(200) NOT NULL, opens TIME, closes TIME, 
	CONSTRAINT pk_calendar_days PRIMARY KEY (id), 
	CONSTRAINT uq_calendar_days_school_day UNIQUE (school, day), 
	CONSTRAINT ck_calendar_days_daykind CHECK (kind IN ('school', 'no_school', 'closure', 'half_day', 'late_start', 'testing'))
);
INSERT INTO "calendar_days" VALUES('000660dd83a24f2b3ba8217fc6ac6c6e','sample-elementary','2026-09-07','no_school','Labor Day',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a24fe583fbe5088f651055','sample-elementary','2026-11-23','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2504b0fa37294d01007a3','sample-elementary','2026-11-24','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26367fe711ef6ab789f82','sample-elementary','2026-11-25','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a263cab4fa7970e65920aa','sample-elementary','2026-11-26','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2641395d499299e664c28','sample-elementary','2026-11-27','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26454bcb2e9435a899d67','sample-elementary','2026-12-21','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a264967cf1acd5eee7f236','sample-elementary','2026-12-22','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a264d515306f743bd0845f','sample-elementary','2026-12-23','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26511b91c92d5604bc50d','sample-elementary','2026-12-24','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2654a40b76b9b757aa144','sample-elementary','2026-12-25','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26583bd6317d699894758','sample-elementary','2026-12-26','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a265bec187d59d4942dd55','sample-elementary','2026-12-27','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26605c4142a2689c5c14e','sample-elementary','2026-12-28','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a266493f3848a497665c40','sample-elementary','2026-12-29','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2668cfaca51e8a84a8162','sample-elementary','2026-12-30','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a266cd3deda6a812ebd3ce','sample-elementary','2026-12-31','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2670ab3455dfba2cd6e3b','sample-elementary','2027-01-01','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2674274dd69390be524dc','sample-elementary','2027-01-18','no_school','Martin Luther King Jr. Day',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a2677912da9538a61bd7ff','sample-elementary','2027-02-15','no_school','Presidents Day',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a267b044307d176a5e244d','sample-elementary','2027-03-29','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a267ebf2b61ca34171883b','sample-elementary','2027-03-30','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26826e824337f4068c6ab','sample-elementary','2027-03-31','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a268b055fa0c046678652b','sample-elementary','2027-04-01','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a268ee565b08dc132dc59e','sample-elementary','2027-04-02','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd83a26914592f561600acee24','sample-elementary','2027-05-31','no_school','Memorial Day',NULL,NULL);
CREATE TABLE calendar_feeds (
	school VARCHAR(64) NOT NULL, 
	token VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_calendar_feeds PRIMARY KEY (school), 
	CONSTRAINT uq_calendar_feeds_token UNIQUE (token)
);
CREATE TABLE campaign_answers (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	campaign VARCHAR(32) NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	team VARCHAR(64), 
	carrier VARCHAR(32), 
	mode VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	answered_on DATE NOT NULL, 
	CONSTRAINT pk_campaign_answers PRIMARY KEY (id), 
	CONSTRAINT uq_campaign_answers_school_campaign_author UNIQUE (school, campaign, author), 
	CONSTRAINT ck_campaign_answers_mode CHECK (mode IN ('named', 'through_rep', 'anonymous'))
);
CREATE TABLE campaign_words (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	campaign VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	until DATE NOT NULL, 
	CONSTRAINT pk_campaign_words PRIMARY KEY (id)
)
 WITHOUT ROWID

;
CREATE TABLE campaigns (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	question TEXT NOT NULL, 
	teams JSON NOT NULL, 
	days INTEGER NOT NULL, 
	asked_by VARCHAR(32) NOT NULL, 
	drafted_on DATE NOT NULL, 
	opened_on DATE, 
	closes_on DATE, 
	themes JSON NOT NULL, 
	next_step TEXT NOT NULL, 
	answers INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_campaigns PRIMARY KEY (id), 
	CONSTRAINT uq_campaigns_school_number UNIQUE (school, number), 
	CONSTRAINT ck_campaigns_campaignstate CHECK (state IN ('draft', 'open', 'closed', 'posted', 'withdrawn'))
);
CREATE TABLE "channel_health" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	audience VARCHAR(120) NOT NULL, 
	since DATETIME NOT NULL, 
	checked_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	wrong VARCHAR(32), 
	name VARCHAR(80) NOT NULL, 
	former VARCHAR(80) NOT NULL, 
	address VARCHAR(255) NOT NULL, 
	is_shared BOOLEAN NOT NULL, 
	allowed_external BOOLEAN NOT NULL, 
	lead_instead BOOLEAN NOT NULL, 
	broken_at DATETIME, 
	mended_at DATETIME, 
	CONSTRAINT pk_channel_health PRIMARY KEY (id), 
	CONSTRAINT ck_channel_health_channelstate CHECK (state IN ('healthy', 'unverified', 'broken', 'remapped')), 
	CONSTRAINT ck_channel_health_wrong CHECK (wrong IN ('unmapped', 'archived', 'removed', 'gone', 'external', 'closed')), 
	CONSTRAINT uq_channel_health_school_platform_audience UNIQUE (school, platform, audience)
);
INSERT INTO "channel_health" VALUES('000660dd83bc36c62f7a321262bbaaa9','sample-elementary','slack','team:k-1','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'k-1','','C0K1',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83bcd03c4b62059f3ce6d469','sample-elementary','slack','team:grade-2','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-2','','C0GRADE2',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83bdc0c977f5ea347503aa05','sample-elementary','slack','team:grade-3','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-3','','C0GRADE3',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83be3dc5207ac313cab2b808','sample-elementary','slack','team:grade-4','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-4','','C0GRADE4',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83bec14080e0a09ed6f3e223','sample-elementary','slack','team:grade-5','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-5','','C0GRADE5',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83bfa1bbe509c84d8d676b6d','sample-elementary','slack','team:specialists','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'specialists','','C0SPECIALISTS',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83c02e3714a7275eed8a5d41','sample-elementary','slack','ilt','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'ilt','','C0ILT',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd83c0a107ed0884e108c7fa73','sample-elementary','slack','all-staff','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'all-staff','','C0ALLSTAFF',0,0,0,NULL,NULL);
CREATE TABLE charter_signatures (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	charter VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	signed_on DATE NOT NULL, 
	CONSTRAINT pk_charter_signatures PRIMARY KEY (id), 
	CONSTRAINT uq_charter_signatures_charter_person UNIQUE (charter, person)
);
CREATE TABLE charters (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	drafted_by VARCHAR(32) NOT NULL, 
	sections JSON NOT NULL, 
	ilt_only JSON NOT NULL, 
	cadence JSON NOT NULL, 
	protocol JSON NOT NULL, 
	authority JSON NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	proposed_at DATETIME, 
	adopted_at DATETIME, 
	adopted_by VARCHAR(32), 
	review_on DATE, 
	CONSTRAINT pk_charters PRIMARY KEY (id), 
	CONSTRAINT uq_charters_school_number UNIQUE (school, number), 
	CONSTRAINT ck_charters_charterstate CHECK (state IN ('draft', 'proposed', 'adopted', 'superseded'))
);
CREATE TABLE check_in_changes (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	series VARCHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	"to" DATE, 
	at TIME, 
	CONSTRAINT pk_check_in_changes PRIMARY KEY (id), 
	CONSTRAINT uq_check_in_changes_school_series_day UNIQUE (school, series, day)
);
CREATE TABLE check_in_series (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	leader VARCHAR(32) NOT NULL, 
	lead VARCHAR(32) NOT NULL, 
	cadence VARCHAR(32) NOT NULL, 
	first DATE NOT NULL, 
	at TIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	active BOOLEAN NOT NULL, only_on VARCHAR(20), 
	CONSTRAINT pk_check_in_series PRIMARY KEY (id), 
	CONSTRAINT uq_check_in_series_school_leader_lead UNIQUE (school, leader, lead), 
	CONSTRAINT ck_check_in_series_cadence CHECK (cadence IN ('weekly', 'biweekly'))
);
INSERT INTO "check_in_series" VALUES('000660dd83a7339b5ef1becddee651fa','sample-elementary','000660dd839f290211975871f0f1a3fb','000660dd839f158744916e14ac8ad63a','biweekly','2026-10-22','14:45:00.000000',30,1,NULL);
INSERT INTO "check_in_series" VALUES('000660dd83a734dd40531af6c06ea566','sample-elementary','000660dd839f290211975871f0f1a3fb','000660dd839f23081a08171f3c797c42','biweekly','2026-10-22','08:00:00.000000',30,1,NULL);
INSERT INTO "check_in_series" VALUES('000660dd83a7356207a0c53a2b0113fb','sample-elementary','000660dd839f293b30fae4d3595680f1','000660dd839f251bf9f42e1256278a6a','weekly','2026-10-21','14:45:00.000000',30,1,NULL);
CREATE TABLE "check_in_topics" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	series VARCHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	talk_only BOOLEAN NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_check_in_topics PRIMARY KEY (id)
);
CREATE TABLE closing_answers (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	closing VARCHAR(32) NOT NULL, 
	worth INTEGER NOT NULL, 
	change INTEGER NOT NULL, 
	plus TEXT NOT NULL, 
	delta TEXT NOT NULL, 
	CONSTRAINT pk_closing_answers PRIMARY KEY (id)
)
 WITHOUT ROWID

;
CREATE TABLE closing_participants (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	closing VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_closing_participants PRIMARY KEY (id), 
	CONSTRAINT uq_closing_participants_school_closing_person UNIQUE (school, closing, person)
)
 WITHOUT ROWID

;
CREATE TABLE commitments (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	owner VARCHAR(32) NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	made_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	others JSON NOT NULL, 
	day DATE, 
	waits_on VARCHAR(32), 
	waits_since DATE, 
	state VARCHAR(32) NOT NULL, 
	note TEXT NOT NULL, 
	said_on DATE, 
	ended_on DATE, 
	CONSTRAINT pk_commitments PRIMARY KEY (id), 
	CONSTRAINT ck_commitments_commitmentstate CHECK (state IN ('said', 'moving', 'stuck', 'rests', 'done', 'let_go'))
);
CREATE TABLE consensus_checks (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	proposal TEXT NOT NULL, 
	why TEXT NOT NULL, 
	authority VARCHAR(32) NOT NULL, 
	teams JSON NOT NULL, 
	opened_by VARCHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	protocol JSON NOT NULL, 
	version INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	round INTEGER NOT NULL, 
	voters JSON NOT NULL, 
	guests JSON NOT NULL, 
	problem VARCHAR(32), 
	review_on DATE, 
	voices JSON NOT NULL, 
	gaps TEXT NOT NULL, 
	switched TEXT NOT NULL, 
	risks JSON NOT NULL, 
	risk_lines TEXT NOT NULL, 
	mitigation TEXT NOT NULL, 
	concerns TEXT NOT NULL, 
	tallies JSON NOT NULL, 
	leader_last BOOLEAN NOT NULL, 
	leader_reason TEXT NOT NULL, 
	meeting DATE, 
	waits_until DATETIME, 
	decision VARCHAR(32), 
	CONSTRAINT pk_consensus_checks PRIMARY KEY (id), 
	CONSTRAINT uq_consensus_checks_school_number UNIQUE (school, number), 
	CONSTRAINT ck_consensus_checks_authority CHECK (authority IN ('ilt', 'principal', 'faculty', 'mandate')), 
	CONSTRAINT ck_consensus_checks_checkstate CHECK (state IN ('voices', 'pressure', 'voting', 'paused', 'hearing', 'fallback', 'passed', 'adopted', 'parked', 'revised'))
);
CREATE TABLE consensus_taps (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"check" VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_consensus_taps PRIMARY KEY (id), 
	CONSTRAINT uq_consensus_taps_school_check_person UNIQUE (school, "check", person)
)
 WITHOUT ROWID

;
CREATE TABLE consensus_voices (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"check" VARCHAR(32) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_consensus_voices PRIMARY KEY (id)
)
 WITHOUT ROWID

;
CREATE TABLE consensus_votes (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"check" VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	value TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_consensus_votes PRIMARY KEY (id), 
	CONSTRAINT uq_consensus_votes_school_check_person UNIQUE (school, "check", person)
)
 WITHOUT ROWID

;
CREATE TABLE courtesy_pauses (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	back_at DATETIME NOT NULL, 
	CONSTRAINT pk_courtesy_pauses PRIMARY KEY (id), 
	CONSTRAINT uq_courtesy_pauses_school_person UNIQUE (school, person)
);
CREATE TABLE courtesy_wishes (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	routine VARCHAR(32) NOT NULL, 
	wish VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_courtesy_wishes PRIMARY KEY (id), 
	CONSTRAINT uq_courtesy_wishes_school_person_routine UNIQUE (school, person, routine), 
	CONSTRAINT ck_courtesy_wishes_wish CHECK (wish IN ('normal', 'digest', 'off'))
);
CREATE TABLE cycle_phases (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	cycle VARCHAR(32) NOT NULL, 
	name VARCHAR(32) NOT NULL, 
	since DATE, 
	agreed_due DATE, 
	done_on DATE, 
	asked_due DATE, 
	asked_by VARCHAR(32), 
	snoozed JSON NOT NULL, 
	CONSTRAINT pk_cycle_phases PRIMARY KEY (id), 
	CONSTRAINT uq_cycle_phases_cycle_name UNIQUE (cycle, name), 
	CONSTRAINT ck_cycle_phases_phasename CHECK (name IN ('intention', 'learning', 'observation', 'reflection'))
);
CREATE TABLE decision_changes (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	step VARCHAR(32) NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	now_do TEXT NOT NULL, 
	"before" TEXT NOT NULL, 
	review_on DATE, 
	CONSTRAINT pk_decision_changes PRIMARY KEY (id), 
	CONSTRAINT ck_decision_changes_step CHECK (step IN ('keep', 'adjust', 'pause', 'resume', 'reverse', 'expire', 'correct'))
);
CREATE TABLE "decision_questions" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	asked_by VARCHAR(32) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	team VARCHAR(64), 
	state VARCHAR(32) NOT NULL, 
	answer TEXT NOT NULL, 
	answered_by VARCHAR(32), 
	answered_at DATETIME, 
	CONSTRAINT pk_decision_questions PRIMARY KEY (id), 
	CONSTRAINT ck_decision_questions_questionkind CHECK (kind IN ('ask', 'concern')), 
	CONSTRAINT ck_decision_questions_questionstate CHECK (state IN ('open', 'answered'))
);
CREATE TABLE decision_receipts (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_decision_receipts PRIMARY KEY (id), 
	CONSTRAINT uq_decision_receipts_school_decision_person UNIQUE (school, decision, person)
);
CREATE TABLE decision_tellers (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	"to" VARCHAR(80) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_decision_tellers PRIMARY KEY (id), 
	CONSTRAINT uq_decision_tellers_school_decision_to UNIQUE (school, decision, "to")
);
CREATE TABLE "decisions" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	statement TEXT NOT NULL, 
	why TEXT NOT NULL, 
	teams JSON NOT NULL, 
	starts_on DATE NOT NULL, 
	helper VARCHAR(32) NOT NULL, 
	decided_by VARCHAR(32) NOT NULL, 
	decided_at DATETIME NOT NULL, 
	students TEXT NOT NULL, 
	changes JSON NOT NULL, 
	change TEXT NOT NULL, 
	stops TEXT NOT NULL, 
	authority VARCHAR(32) NOT NULL, 
	review_on DATE, 
	inputs JSON NOT NULL, 
	from_trend BOOLEAN NOT NULL, 
	replaces VARCHAR(32), 
	state VARCHAR(32) NOT NULL, 
	relayed_at DATETIME, 
	withdrawn_at DATETIME, 
	corrections INTEGER DEFAULT '0' NOT NULL, 
	corrected_on DATE, 
	reviews INTEGER DEFAULT '0' NOT NULL, 
	news VARCHAR(32), 
	news_on DATE, basis JSON, proposed_at DATETIME, ratified_at DATETIME, alternatives TEXT DEFAULT '' NOT NULL, student_need TEXT DEFAULT '' NOT NULL, teacher_need TEXT DEFAULT '' NOT NULL, not_shared TEXT DEFAULT '' NOT NULL, minutes_for JSON DEFAULT '{}' NOT NULL, stops_for JSON DEFAULT '{}' NOT NULL, none JSON DEFAULT '[]' NOT NULL, support JSON DEFAULT '{}' NOT NULL, support_checks JSON DEFAULT '{}' NOT NULL, minutes INTEGER, sponsor VARCHAR(32), supported_on DATE, reviewer VARCHAR(32), window VARCHAR(32), asks JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (id), 
	CONSTRAINT ck_decisions_step CHECK (news IN ('keep', 'adjust', 'pause', 'resume', 'reverse', 'expire', 'correct')), 
	CONSTRAINT ck_decisions_authority CHECK (authority IN ('ilt', 'principal', 'faculty', 'mandate')), 
	CONSTRAINT uq_decisions_school_number UNIQUE (school, number), 
	CONSTRAINT ck_decisions_decisionstate CHECK (state IN ('recorded', 'relayed', 'superseded', 'withdrawn', 'paused', 'reversed', 'expired', 'awaiting', 'returned'))
);
CREATE TABLE deletion_receipts (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	person VARCHAR(32), 
	"by" VARCHAR(32) NOT NULL, 
	deleted JSON NOT NULL, 
	held JSON NOT NULL, 
	left_posts INTEGER NOT NULL, 
	CONSTRAINT pk_deletion_receipts PRIMARY KEY (id)
);
CREATE TABLE departures (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	left_on DATE NOT NULL, 
	cause VARCHAR(32) NOT NULL, 
	is_back BOOLEAN NOT NULL, 
	CONSTRAINT pk_departures PRIMARY KEY (id), 
	CONSTRAINT ck_departures_cause CHECK (cause IN ('file', 'account'))
);
CREATE TABLE district_asks (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	why TEXT NOT NULL, 
	asked_by VARCHAR(32) NOT NULL, 
	asked_on DATE NOT NULL, 
	needed_by DATE, 
	strategy VARCHAR(64), 
	state VARCHAR(32) NOT NULL, 
	response TEXT NOT NULL, 
	chased_on DATE, 
	settled_on DATE, 
	CONSTRAINT pk_district_asks PRIMARY KEY (id), 
	CONSTRAINT uq_district_asks_school_number UNIQUE (school, number), 
	CONSTRAINT ck_district_asks_askstate CHECK (state IN ('open', 'answered', 'dropped'))
);
CREATE TABLE drafts (
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	verb VARCHAR(40) NOT NULL, 
	about VARCHAR(64) NOT NULL, 
	given TEXT NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (school, person, verb, about)
);
CREATE TABLE "duties" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_duties PRIMARY KEY (id), 
	CONSTRAINT uq_duties_school_person_role UNIQUE (school, person, role), 
	CONSTRAINT ck_duties_role CHECK (role IN ('ilt_member', 'school_leader', 'deputy', 'triager', 'coach', 'bot_admin', 'acting_leader'))
);
INSERT INTO "duties" VALUES('000660dd83a0bb40fc420c77ceaf87df','sample-elementary','000660dd839f118af2e476c201150d99','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0bbb2307d6f97e2b806d0','sample-elementary','000660dd839f146249e38b271a826abf','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c367dbbcb050cc135a1c','sample-elementary','000660dd839f158744916e14ac8ad63a','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c3b6042dc695fc3ce23c','sample-elementary','000660dd839f23081a08171f3c797c42','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c3f3e70931df8d3ed00f','sample-elementary','000660dd839f251bf9f42e1256278a6a','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c42e479ab143a120ea76','sample-elementary','000660dd839f26fe92e958abb2892949','coach');
INSERT INTO "duties" VALUES('000660dd83a0c46626c5aca531dbae5c','sample-elementary','000660dd839f26fe92e958abb2892949','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c49f874b0d555a64b2aa','sample-elementary','000660dd839f27e7f8b4adfcc3e113f7','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c4d3a7af67a3618455fd','sample-elementary','000660dd839f289283d4778474f2a7a8','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c50667d0e027d947e0d7','sample-elementary','000660dd839f290211975871f0f1a3fb','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c53717359999d964d3b6','sample-elementary','000660dd839f290211975871f0f1a3fb','school_leader');
INSERT INTO "duties" VALUES('000660dd83a0c56a2421e3475ee0abcd','sample-elementary','000660dd839f293b30fae4d3595680f1','bot_admin');
INSERT INTO "duties" VALUES('000660dd83a0c5a087bf69225db8b28a','sample-elementary','000660dd839f293b30fae4d3595680f1','deputy');
INSERT INTO "duties" VALUES('000660dd83a0c5d523fd78bc4dd9603a','sample-elementary','000660dd839f293b30fae4d3595680f1','ilt_member');
INSERT INTO "duties" VALUES('000660dd83a0c609013a7cd4114ef58d','sample-elementary','000660dd839f293b30fae4d3595680f1','triager');
CREATE TABLE family_summaries (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	"of" VARCHAR(80) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	approved_by VARCHAR(32), 
	approved_on DATE, 
	CONSTRAINT pk_family_summaries PRIMARY KEY (id), 
	CONSTRAINT uq_family_summaries_school_decision UNIQUE (school, decision), 
	CONSTRAINT ck_family_summaries_documentstate CHECK (state IN ('draft', 'approved'))
);
CREATE TABLE first_steps (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_first_steps PRIMARY KEY (id), 
	CONSTRAINT uq_first_steps_school_decision_person UNIQUE (school, decision, person)
);
CREATE TABLE going_answers (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	round VARCHAR(32) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	mark VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_going_answers PRIMARY KEY (id), 
	CONSTRAINT ck_going_answers_going CHECK (mark IN ('well', 'mixed', 'not_yet', 'help'))
)
 WITHOUT ROWID

;
CREATE TABLE going_participants (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	round VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_going_participants PRIMARY KEY (id), 
	CONSTRAINT uq_going_participants_school_round_person UNIQUE (school, round, person)
)
 WITHOUT ROWID

;
CREATE TABLE going_rounds (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	teams JSON NOT NULL, 
	opens_on DATE NOT NULL, 
	closes_on DATE NOT NULL, 
	result JSON, 
	CONSTRAINT pk_going_rounds PRIMARY KEY (id), 
	CONSTRAINT uq_going_rounds_school_decision_opens_on UNIQUE (school, decision, opens_on)
);
CREATE TABLE help_requests (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	"to" VARCHAR(32), 
	person VARCHAR(32), 
	words TEXT NOT NULL, 
	week DATE NOT NULL, 
	CONSTRAINT pk_help_requests PRIMARY KEY (id)
)
 WITHOUT ROWID

;
CREATE TABLE holds (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	object VARCHAR(80) NOT NULL, 
	reason TEXT NOT NULL, 
	placed_by VARCHAR(32) NOT NULL, 
	placed_at DATETIME NOT NULL, 
	lifted_by VARCHAR(32), 
	lifted_at DATETIME, 
	CONSTRAINT pk_holds PRIMARY KEY (id)
);
CREATE TABLE ilt_seats (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	teams JSON NOT NULL, 
	why VARCHAR(300) NOT NULL, 
	perspective VARCHAR(300) NOT NULL, 
	starts DATE, 
	ends DATE, 
	state VARCHAR(32) NOT NULL, 
	invited_by VARCHAR(32), 
	invited_at DATETIME, 
	accepted_at DATETIME, 
	extended_because VARCHAR(300) NOT NULL, 
	reps JSON NOT NULL, 
	CONSTRAINT pk_ilt_seats PRIMARY KEY (id), 
	CONSTRAINT ck_ilt_seats_seatkind CHECK (kind IN ('rep', 'special_education', 'multilingual', 'specialist', 'coach', 'administrator')), 
	CONSTRAINT ck_ilt_seats_seatstate CHECK (state IN ('invited', 'active', 'declined', 'lapsed', 'alumni', 'vacated'))
);
INSERT INTO "ilt_seats" VALUES('000660dd83a42fe4928d2801ff8bdd5d','sample-elementary','000660dd839f118af2e476c201150d99','rep','["k-1"]','K-1 chose its rep in May.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a431c17ea54109c7a698b3','sample-elementary','000660dd839f146249e38b271a826abf','rep','["grade-2"]','Grade 2 chose its rep in May.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a4336e396814d911dd0a6a','sample-elementary','000660dd839f158744916e14ac8ad63a','rep','["grade-3"]','Leads the team of Grade 3.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a4350d1b981dfbb042484b','sample-elementary','000660dd839f23081a08171f3c797c42','rep','["grade-4"]','Leads the team of Grade 4.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a447077491300ba16e46b2','sample-elementary','000660dd839f251bf9f42e1256278a6a','rep','["grade-5"]','Leads the team of Grade 5.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a449722ac8f43064670570','sample-elementary','000660dd839f26fe92e958abb2892949','coach','["specialists"]','Coaches math, and is in every specialist''s room.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a44b1b4be536555f13d337','sample-elementary','000660dd839f27e7f8b4adfcc3e113f7','special_education','["special-education"]','Special education is heard in every decision.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a44caf23291cad69919b6e','sample-elementary','000660dd839f289283d4778474f2a7a8','multilingual','["ell"]','Multilingual learners are heard in every decision.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a44e09fe15f39e6bca1275','sample-elementary','000660dd839f290211975871f0f1a3fb','administrator','["office"]','Leads the school.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd83a44f46655d224ac71bb1a9','sample-elementary','000660dd839f293b30fae4d3595680f1','administrator','["office"]','Answers staff input.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
CREATE TABLE ilt_suggestions (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	"by" VARCHAR(32), 
	strength VARCHAR(64) NOT NULL, 
	example TEXT NOT NULL, 
	asked_at DATETIME NOT NULL, 
	agreed BOOLEAN NOT NULL, 
	CONSTRAINT pk_ilt_suggestions PRIMARY KEY (id)
);
CREATE TABLE initiatives (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	strategy VARCHAR(64) NOT NULL, 
	ask TEXT NOT NULL, 
	teams JSON NOT NULL, 
	started_on DATE NOT NULL, 
	steps JSON NOT NULL, 
	support TEXT NOT NULL, 
	ended_on DATE, 
	learned TEXT NOT NULL, 
	CONSTRAINT pk_initiatives PRIMARY KEY (id), 
	CONSTRAINT uq_initiatives_school_number UNIQUE (school, number)
);
CREATE TABLE interests (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	topic VARCHAR(80) NOT NULL, 
	since DATE NOT NULL, 
	circle VARCHAR(32), 
	CONSTRAINT pk_interests PRIMARY KEY (id)
);
CREATE TABLE jobs (
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(255) NOT NULL, 
	due_at DATETIME NOT NULL, 
	decided_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_jobs PRIMARY KEY (school, "key"), 
	CONSTRAINT ck_jobs_jobstate CHECK (state IN ('done', 'dropped', 'overtaken'))
);
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-19/1900','2026-10-19 19:00:00.000000','2026-10-20 13:45:00.000000','dropped');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd839f251bf9f42e1256278a6a/2026-10-21/2351edeaa866','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd839f293b30fae4d3595680f1/2026-10-21/2351edeaa866','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-20/1345','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/reminder/000660dd839f293b30fae4d3595680f1/2026-10-20','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','meeting/2026-10-27/call','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-20/1900','2026-10-20 19:00:00.000000','2026-10-21 13:45:00.000000','dropped');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd839f158744916e14ac8ad63a/2026-10-22/1444ed886a10','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd839f23081a08171f3c797c42/2026-10-22/e6cb5cf45253','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd839f290211975871f0f1a3fb/2026-10-22/f2af25b5bd43','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-21/1345','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/reminder/000660dd839f293b30fae4d3595680f1/2026-10-21','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-21/1900','2026-10-21 19:00:00.000000','2026-10-22 18:00:00.000000','dropped');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-22/1345','2026-10-22 13:45:00.000000','2026-10-22 18:00:00.000000','dropped');
CREATE TABLE "known_channels" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	address VARCHAR(255) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	is_private BOOLEAN NOT NULL, 
	is_archived BOOLEAN NOT NULL, 
	has_bot BOOLEAN NOT NULL, 
	is_shared BOOLEAN NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_known_channels PRIMARY KEY (id), 
	CONSTRAINT uq_known_channels_school_platform_address UNIQUE (school, platform, address)
);
INSERT INTO "known_channels" VALUES('000660dd83ba5eff8048412769d1c04f','sample-elementary','slack','C0ALLSTAFF','all-staff',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba5f96ae63bcc0453ccd65','sample-elementary','slack','C0GRADE2','grade-2',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba5fca0c146778c3b83f81','sample-elementary','slack','C0GRADE3','grade-3',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba5fee872da6516487e8d7','sample-elementary','slack','C0GRADE4','grade-4',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba600f5c205a27bdfbd273','sample-elementary','slack','C0GRADE5','grade-5',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba60336ab44cc996770bd7','sample-elementary','slack','C0ILT','ilt',1,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba6056b7652dabb1ec5e31','sample-elementary','slack','C0K1','k-1',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd83ba607971d7886b3b40641b','sample-elementary','slack','C0SPECIALISTS','specialists',0,0,1,0,'2026-10-19 18:00:00.000000');
CREATE TABLE leader_weeks (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	monday DATE NOT NULL, 
	walkthroughs INTEGER, 
	checkins INTEGER, 
	visits INTEGER, 
	visited JSON NOT NULL, 
	quiet_until DATE, 
	CONSTRAINT pk_leader_weeks PRIMARY KEY (id), 
	CONSTRAINT uq_leader_weeks_person_monday UNIQUE (person, monday)
);
CREATE TABLE "learning_cycles" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	leader VARCHAR(32) NOT NULL, 
	lead VARCHAR(32) NOT NULL, 
	opened_by VARCHAR(32) NOT NULL, 
	weeks INTEGER NOT NULL, 
	begins DATE NOT NULL, 
	goal TEXT NOT NULL, 
	baseline TEXT NOT NULL, 
	target TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	proposed_on DATE NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	outcome VARCHAR(32), 
	CONSTRAINT pk_learning_cycles PRIMARY KEY (id), 
	CONSTRAINT ck_learning_cycles_cyclestate CHECK (state IN ('proposed', 'active', 'closed', 'declined', 'ended')), 
	CONSTRAINT ck_learning_cycles_cycleoutcome CHECK (outcome IN ('met', 'partly', 'not_yet'))
);
CREATE TABLE look_for_examples (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	look_for VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	added_by VARCHAR(32) NOT NULL, 
	added_on DATE NOT NULL, 
	grades VARCHAR(32) NOT NULL, 
	source TEXT NOT NULL, 
	CONSTRAINT pk_look_for_examples PRIMARY KEY (id), 
	CONSTRAINT ck_look_for_examples_examplekind CHECK (kind IN ('student', 'teacher', 'not_this'))
);
CREATE TABLE look_for_words (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	look_for VARCHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	students TEXT NOT NULL, 
	teacher TEXT NOT NULL, 
	not_this TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	"on" DATE NOT NULL, 
	CONSTRAINT pk_look_for_words PRIMARY KEY (id), 
	CONSTRAINT uq_look_for_words_school_look_for_number UNIQUE (school, look_for, number)
);
CREATE TABLE loop_lines (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	input VARCHAR(32) NOT NULL, 
	said TEXT NOT NULL, 
	did TEXT NOT NULL, 
	credit BOOLEAN NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	worded_at DATETIME NOT NULL, 
	post VARCHAR(32), 
	posted_at DATETIME, 
	CONSTRAINT pk_loop_lines PRIMARY KEY (id)
);
CREATE TABLE meeting_closings (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	closes_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	means JSON, 
	plus TEXT NOT NULL, 
	delta TEXT NOT NULL, 
	pledge TEXT NOT NULL, 
	touched JSON, 
	CONSTRAINT pk_meeting_closings PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_closings_school_day UNIQUE (school, day), 
	CONSTRAINT ck_meeting_closings_closingstate CHECK (state IN ('open', 'closed'))
);
CREATE TABLE meeting_guests (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	invited_by VARCHAR(32) NOT NULL, 
	item VARCHAR(32) NOT NULL, 
	person VARCHAR(32), 
	state VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_meeting_guests PRIMARY KEY (id), 
	CONSTRAINT ck_meeting_guests_guestkind CHECK (kind IN ('family', 'student', 'district', 'union', 'special_education', 'multilingual', 'other')), 
	CONSTRAINT ck_meeting_guests_gueststate CHECK (state IN ('invited', 'coming', 'declined', 'withdrawn'))
);
CREATE TABLE meeting_pre_reads (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	place VARCHAR(160) NOT NULL, 
	words TEXT NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_meeting_pre_reads PRIMARY KEY (id)
);
CREATE TABLE meeting_roles (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	passed JSON NOT NULL, asked VARCHAR(32), offered VARCHAR(32), 
	CONSTRAINT pk_meeting_roles PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_roles_school_day_role UNIQUE (school, day, role), 
	CONSTRAINT ck_meeting_roles_meetingrole CHECK (role IN ('facilitator', 'timekeeper', 'recorder', 'voice_tender', 'relay_lead'))
);
INSERT INTO "meeting_roles" VALUES('000660dd840c55315fbfb446271238c2','sample-elementary','2026-10-27','facilitator','000660dd839f118af2e476c201150d99','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840c55c03eadfbe2e55d9bf9','sample-elementary','2026-10-27','timekeeper','000660dd839f146249e38b271a826abf','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840c55fe720b90b4949b110e','sample-elementary','2026-10-27','recorder','000660dd839f158744916e14ac8ad63a','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840c562b09a85a3723e8b47a','sample-elementary','2026-10-27','voice_tender','000660dd839f23081a08171f3c797c42','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840c5652de4e481c52eb4b63','sample-elementary','2026-10-27','relay_lead','000660dd839f251bf9f42e1256278a6a','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840e4218eec00c6bdd16d35e','sample-elementary','2026-11-10','facilitator','000660dd839f26fe92e958abb2892949','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840e42916c09304409043c9d','sample-elementary','2026-11-10','timekeeper','000660dd839f27e7f8b4adfcc3e113f7','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840e42c8dffee521b42d5b9c','sample-elementary','2026-11-10','recorder','000660dd839f289283d4778474f2a7a8','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840e42f38450bbe914b78fe8','sample-elementary','2026-11-10','voice_tender','000660dd839f290211975871f0f1a3fb','[]',NULL,NULL);
INSERT INTO "meeting_roles" VALUES('000660dd840e43196296256abc937503','sample-elementary','2026-11-10','relay_lead','000660dd839f293b30fae4d3595680f1','[]',NULL,NULL);
CREATE TABLE meeting_runs (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	planned_start DATETIME NOT NULL, 
	planned_end DATETIME NOT NULL, 
	started_at DATETIME NOT NULL, 
	lines JSON NOT NULL, 
	facilitator VARCHAR(32), 
	state VARCHAR(32) NOT NULL, 
	at INTEGER NOT NULL, 
	ended_at DATETIME, 
	more INTEGER NOT NULL, 
	was_left BOOLEAN NOT NULL, 
	asks JSON NOT NULL, 
	met JSON NOT NULL, 
	changes INTEGER NOT NULL, 
	CONSTRAINT pk_meeting_runs PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_runs_school_day UNIQUE (school, day), 
	CONSTRAINT ck_meeting_runs_runstate CHECK (state IN ('running', 'closing', 'closed'))
);
CREATE TABLE meeting_series (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	title VARCHAR(120) NOT NULL, 
	every VARCHAR(32) NOT NULL, 
	first DATE NOT NULL, 
	at TIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	call_at TIME NOT NULL, 
	draft_at TIME NOT NULL, 
	publish_at TIME NOT NULL, only_on VARCHAR(20), 
	CONSTRAINT pk_meeting_series PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_series_school UNIQUE (school), 
	CONSTRAINT ck_meeting_series_every CHECK (every IN ('weekly', 'biweekly'))
);
INSERT INTO "meeting_series" VALUES('000660dd83a635efc5bd4a5aafe16ebc','sample-elementary','ILT','biweekly','2026-10-13','15:30:00.000000',60,'07:45:00.000000','13:00:00.000000','14:00:00.000000',NULL);
CREATE TABLE "meetings" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	starts_at DATETIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	title VARCHAR(120) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	deep_dive VARCHAR(64), 
	moved_to DATE, 
	skipped BOOLEAN DEFAULT 0 NOT NULL, objectives JSON DEFAULT '[]' NOT NULL, template VARCHAR(64), scope VARCHAR(64) DEFAULT '' NOT NULL, direction VARCHAR(300) DEFAULT '' NOT NULL, returned INTEGER DEFAULT '0' NOT NULL, trimmed JSON DEFAULT '{}' NOT NULL, settled JSON DEFAULT '[]' NOT NULL, thread_until DATE, split JSON, unlinked_why VARCHAR(300) DEFAULT '' NOT NULL, reason VARCHAR(200) DEFAULT '' NOT NULL, purpose VARCHAR(200) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT ck_meetings_meetingstate CHECK (state IN ('planned', 'called', 'drafted', 'published', 'closed')), 
	CONSTRAINT uq_meetings_school_day UNIQUE (school, day)
);
INSERT INTO "meetings" VALUES('000660dd83fe56c37acfaa7c150236fe','sample-elementary','2026-10-27','2026-10-27 21:30:00.000000',60,'ILT','called',NULL,NULL,0,'[]',NULL,'','',0,'{}','[]',NULL,NULL,'','','');
CREATE TABLE "memberships" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	seat VARCHAR(32) NOT NULL, 
	is_main BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_memberships PRIMARY KEY (id), 
	CONSTRAINT ck_memberships_seat CHECK (seat IN ('member', 'rep', 'lead')), 
	CONSTRAINT uq_memberships_school_person_team UNIQUE (school, person, team)
);
INSERT INTO "memberships" VALUES('000660dd83a078e56c4ae13b48aa9d10','sample-elementary','000660dd839f118af2e476c201150d99','k-1','rep',1);
INSERT INTO "memberships" VALUES('000660dd83a0798d69abd9f615cb77dc','sample-elementary','000660dd839f11d19f188fbf7537b4dd','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a079d7642f45cfa0cd22b3','sample-elementary','000660dd839f121227fe61a2076b1875','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07a11d387384c5b51a121','sample-elementary','000660dd839f124fd9efa9af2c291035','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07a484afa561b932b04ec','sample-elementary','000660dd839f12cbf38df606df5ff53b','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07a7e586e1584ca6bf4b6','sample-elementary','000660dd839f1347d12e5a2991b60943','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07ab22829f824f48acee0','sample-elementary','000660dd839f13cbea1972650ddde076','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07aebdcb2a614b9eb5f3b','sample-elementary','000660dd839f14234e79aa6636153cba','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07b204a318de5f6254105','sample-elementary','000660dd839f146249e38b271a826abf','grade-2','rep',1);
INSERT INTO "memberships" VALUES('000660dd83a07b5400f0bfbd0f405b96','sample-elementary','000660dd839f149ee11020445e136f96','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07b87bd6fcb523f8db309','sample-elementary','000660dd839f14d88d3677e07397f9d9','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07bbaa6297f4d4b4c0d7d','sample-elementary','000660dd839f151375b5e6f86ff520d8','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07becab8c7bedef933e23','sample-elementary','000660dd839f154cc0fc5a619fd1fc4b','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07c1def1631545317fa50','sample-elementary','000660dd839f158744916e14ac8ad63a','grade-3','lead',1);
INSERT INTO "memberships" VALUES('000660dd83a07c5156642dbcce229e7c','sample-elementary','000660dd839f15c07a80c7f3ae72f1ff','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07c8bf912390d9373f9b7','sample-elementary','000660dd839f21ff25497f3f1c9ab81b','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07ccf91b2013fd5bf77b6','sample-elementary','000660dd839f2280a4b68554b676d16b','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd83a07d0bc735631c359eb8ee','sample-elementary','000660dd839f22c8066189258bd1a611','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b525d949ba0a2d10c5b8','sample-elementary','000660dd839f23081a08171f3c797c42','grade-4','lead',1);
INSERT INTO "memberships" VALUES('000660dd83a0b61e9beb58e630045534','sample-elementary','000660dd839f2345493a788c1433ce33','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b6752ead14db439436b7','sample-elementary','000660dd839f23b6f31e13f099295e35','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b6afe312cd62e91cd493','sample-elementary','000660dd839f242e7a0873c83052526f','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b6e6893cce80da98359f','sample-elementary','000660dd839f24ac7d4e4ba4abfc14a5','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b71b779c2e20096c7e6b','sample-elementary','000660dd839f251bf9f42e1256278a6a','grade-5','lead',1);
INSERT INTO "memberships" VALUES('000660dd83a0b74ec879941c3c8292f8','sample-elementary','000660dd839f255f8b1870683f70329d','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b7839ad71964fdf685ee','sample-elementary','000660dd839f2603bb63b0b165438534','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b7b7943a421af68983ad','sample-elementary','000660dd839f265a9ea389048e0d6f72','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b7ebd1bbcaad4f9d349b','sample-elementary','000660dd839f26b9eb494f1c8743df9b','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b81f910439e22c69dd45','sample-elementary','000660dd839f26fe92e958abb2892949','specialists','rep',1);
INSERT INTO "memberships" VALUES('000660dd83a0b852a77f7ae3d4d59e7e','sample-elementary','000660dd839f273a11540c57a8df3135','specialists','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b8866ac3d5c5841947a1','sample-elementary','000660dd839f2775878ffd403e61b91f','specialists','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b8b9132fcd759887b42c','sample-elementary','000660dd839f27ae3b48bb9cefb3b70c','specialists','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b8ec87b2a669dd9fdbd2','sample-elementary','000660dd839f27e7f8b4adfcc3e113f7','special-education','rep',1);
INSERT INTO "memberships" VALUES('000660dd83a0b91e3d919bfcf5596ec0','sample-elementary','000660dd839f281f1c6756d283a2d56d','special-education','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b94fd023d30ee0b66165','sample-elementary','000660dd839f285a773942583ec7f49d','special-education','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b981dfff482a1b99cdd5','sample-elementary','000660dd839f289283d4778474f2a7a8','ell','rep',1);
INSERT INTO "memberships" VALUES('000660dd83a0b9b8eea0263c4ad31cae','sample-elementary','000660dd839f28caff509e626f6b17ef','ell','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0b9eb06a28378df641546','sample-elementary','000660dd839f290211975871f0f1a3fb','office','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0ba1dc0f5f6acc4424320','sample-elementary','000660dd839f293b30fae4d3595680f1','office','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0ba50cf30c907de1ea390','sample-elementary','000660dd839f2974a5d03db83a7f7192','office','member',1);
INSERT INTO "memberships" VALUES('000660dd83a0ba848ed494d19cf98e48','sample-elementary','000660dd839f29ac7ce18b02ca22a0eb','office','member',1);
CREATE TABLE minutes (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	version INTEGER NOT NULL, 
	drafted_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	notes JSON NOT NULL, 
	remarks TEXT NOT NULL, 
	asked JSON NOT NULL, 
	"by" VARCHAR(32), 
	settled_at DATETIME, 
	why TEXT NOT NULL, 
	CONSTRAINT pk_minutes PRIMARY KEY (id), 
	CONSTRAINT uq_minutes_school_day_version UNIQUE (school, day, version), 
	CONSTRAINT ck_minutes_minutesstate CHECK (state IN ('draft', 'confirmed', 'unconfirmed'))
);
CREATE TABLE minutes_excerpts (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	place VARCHAR(160) NOT NULL, 
	words TEXT NOT NULL, 
	link VARCHAR(500) NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_minutes_excerpts PRIMARY KEY (id)
);
CREATE TABLE numbers (
	school VARCHAR(64) NOT NULL, 
	series VARCHAR(16) NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_numbers PRIMARY KEY (school, series)
);
INSERT INTO "numbers" VALUES('sample-elementary','input',1);
CREATE TABLE office_slots (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	coach VARCHAR(32) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	booked_by VARCHAR(32), 
	CONSTRAINT pk_office_slots PRIMARY KEY (id), 
	CONSTRAINT uq_office_slots_school_coach_starts_at UNIQUE (school, coach, starts_at)
);
CREATE TABLE open_documents (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	token VARCHAR(64) NOT NULL, 
	what VARCHAR(120) NOT NULL, 
	language VARCHAR(32) NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_open_documents PRIMARY KEY (id), 
	CONSTRAINT uq_open_documents_token UNIQUE (token), 
	CONSTRAINT ck_open_documents_language CHECK (language IN ('en', 'es'))
);
CREATE TABLE "outbox" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(255) NOT NULL, 
	audience VARCHAR(120) NOT NULL, 
	message TEXT NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	due_at DATETIME NOT NULL, 
	stale_at DATETIME, 
	thread VARCHAR(255), 
	reason VARCHAR(120), 
	if_unknown VARCHAR(8) NOT NULL, 
	attempts INTEGER NOT NULL, 
	lease_until DATETIME, 
	lease_owner VARCHAR(64), 
	first_tried_at DATETIME, 
	settled_at DATETIME, 
	address VARCHAR(255), 
	reference VARCHAR(255), 
	trouble VARCHAR(120), 
	held_at DATETIME, 
	weight INTEGER, 
	let_go_at DATETIME, 
	is_gathered BOOLEAN DEFAULT 0 NOT NULL, 
	told_in VARCHAR(255), 
	act VARCHAR(32) DEFAULT 'post' NOT NULL, link VARCHAR(500), 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT ck_outbox_letteract CHECK (act IN ('post', 'edit', 'remove')), 
	CONSTRAINT uq_outbox_school_key UNIQUE (school, "key"), 
	CONSTRAINT ck_outbox_letterstate CHECK (state IN ('pending', 'sending', 'checking', 'sent', 'failed', 'rerouted', 'expired', 'dropped', 'unsure', 'merged'))
);
INSERT INTO "outbox" VALUES('000660dd83cf98682600e3e787b5bc7a','sample-elementary','input/000660dd83ce0afb4ba4405079e2d3f9/receipt','person:000660dd839f2345493a788c1433ce33','sealed1:d312012f:V5zASCbg9qKXd4T3GKk2_rGV02O8eC948JoqIeq6JhKhngIti60lU4iwTsQqDRuWgIi0QZws64KfUyM6MHMeWt4Y9QMZsvrd2vKoSVGhSzy1YbrhKE27KXoH37LLGKpIoMdBhn1d33teNW7OfJAjs4cuP_vAa-LHYo-wsS1F-dhBGwfPb6x7xIWi5omBED8nWTxwLXsKhXgeESTEeZxz-XwSbGdqyQNHheiNvj8Vc54WQMPvDfElhjbEEZCdijrP1g4aM2D52FRu2HTNdBlUg-Xns1Wr39pyUBo02oiQh6v8X886nyS82QoeK3EyzaRLZPM-5eoKbr69gjbQL6axqfc6r3dQWtliY0yBvc4V4oPFFyadAiuW9lbWHSBFvVpU9MN0kKqlNZzabz3gTN_1lUXeXxX-FT-HTir9HOCssROlpidCGwjWDGaPWX-CBmpIvqkQYNN-pQTXUrwytti-_bn-NzAmmj46d_fyLPO0ejhLoQtaEv5kmA4e-Aahi2ijSVaKJSJSZdnMf-UbuuaFZWZL2ZPgMebyt2A_7GPMOoPGdtAO-15P1JswnVCxfQLG2Vw_Qc_2waxouPRNr-1lusdUTrbczMiwluW4NU0SJjPSW__M5_PpifaLOJOiqqV_tWNXoiWHXxMx2A8sw2y4SCC_bYG3zaDN8L1t2RHpLCjndzryDNi_k0QegOB436ZXkZO3PJi-pe9uQ4LyL4p-SiQYkw8Zb4AbNGwINPzYUwLAfwewBX1pzsy_znXzI_yXzOeOx4VBxhVNwtZt4sRa1XHE07PW-Zn866uuCOoTvD040eHaob9Loa3hkOROapGCZhoZxTcMLNayEJTeU7AqAxvj4QKceGocfHFK0wvi2uoFnKqaQ6R1MKNKKha2Ws-VwifGngowTGlWJTAKNia5gJcupZNPmNp7j4kzs3F7tynut0DtTdg5MJ-xr8q8_ZETxlxtbmx4y98-TagtH646jaLxp85kKt8I7d-Y2tR_iNO3-nmTFgzfzV0NRe-Tpvs5STKXRjlcFroBAGrrIa1Tg5MYKkIXO9DcZEliCh0vGOPOZL2X5o7MhATTH7xo7ivVF56K2zHGebut5sVaMtqufqgwZo4nfHTSMCRunDlf9SOxKASoohOyEfRXrS74tSmh1q5jWWm6p3vOEWRREVvFmR2IpwGiMfVzFCv3TXkityK7n4b3YSBSBIqa5HMQXVLSKAKfShN5GzssMmqeTml7TvYR12NUwGBFV7GjAtno7eU=','slack','sent','2026-10-19 18:00:00.000000',NULL,NULL,NULL,'again',1,NULL,NULL,'2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','DU020UMA','1792432800.000000',NULL,NULL,NULL,NULL,0,NULL,'post','http://127.0.0.1:33549/archives/DU020UMA/p1792432800000000');
INSERT INTO "outbox" VALUES('000660dd83d1f83f9fc81a8c92a17bf8','sample-elementary','input/000660dd83ce0afb4ba4405079e2d3f9/card/received','person:000660dd839f293b30fae4d3595680f1','sealed1:d312012f:Sez8FoKIPTTw0Yf952Ne93cTXJ4mF9SyW_Xht41deZPTe-lZjsyeG7OhjghcF4n2kOx3RpZoKmNWySq8fvby7ZnejnMvGBd9GIsohfw__Al1X9Mkf0Hutm0659LJECgKRpLN7w31TzpfORml_2Em25knVuoKYZRD_srdTGyZDoaJM2Oeh1l-nA33radfju7pImPSDm5QhR8qnoXzyAzwz4QatpBZA9t5B5sJukm3z7EH-XjPq3h_hhBruDNt1TOGcN7s2XUUO3ysgc-niPfopNZMqpEyZ0xv0M8RHrETaf69E8lEIdD5-006G6P9h84pi9hP3iBle5k3U7B4zsaOLXOkafG7YW66yPgHZoOnmaxTwgYRSnmQDD3flvOJhivsAWPDIz4ZKS2jXmjjTXBbAK5VIDWJYOFuVil0117Rwo79oOBaCWMBadlV8B4yTXTZarAINIqc7lda1Ba1BOxlTTzIAZMeewDNOHIV4CQhKhodYiUpcP1Bxx6hLq40hiwRTbOlf7vb3l4T_ExbCAuqDoUmc9pDzH1TRWePOfvPVYHNOpFa5ircTcMKhPXEiqCG_0UC3GZTV3R1KJmQUb4p3vwITyEIT3-EsTSyIbe5s_mvFxWQCmeTlY9g07DyQqWicOt5Kk9wg5pGqQdS3jGXpm0Bua5HoMuNhwHFxIVsPh4P9cx2mxd63590ZJCiP7j_jmxWp1h6c3ZeYTvVwQ1q4B1kvYqjvQL0_xVOEp4XDdBnR5A-vcE1i-mUIUQoPCJlebAEuX4dYG4udAxeS6GZObk8eHgTC5gFMd4S74HAjFKk7keQQD8h7xAzYwOyvbz5xY2dEVxwMFEpl_5qIqL-XwgoMvrjr5W94p0kH8il8EqNkdDYVtekXapdPb-e7FhUn-RpWqmeMNTYBmFpvMP8oaipXjXPUpyKA9KshHi8PhwMGz3NKMwgCdXDPiIcyUtYaj703IL0FRZPyy8TaGIEqswI2Y4a3BQlPiJ63poYIz8x91yvOFxNnlEVeOvos7AIdmrGuD_tGt7lqRPJqOolO-tWlUkcQpotycN2dUhNbZ9aHkEdmk8l1lpuvWc-dJi-uLxtxQ3Itq33OC20QMNfFEJXw-Mq5hkSaalul-LZD0kaCS7h7nU0kDxhbomblh0bGCeRndZ57VjRfrtRLtH7hRVkX1d7Z3QrrbEE9o7CWyaaIM0JdWVKBRlRGolAFiZPdBADRcwU4JqAUzMhDeke9C8sR3tOcTDyQa04CqQ1mrLWcL8BUmoMf2TLz0gZJADjrPnbZsdEMoAfOaOxL8xQc3CmdppD4w1qyfelVESuPdnjqI_Wf7p4im1mwZR1jbwMiAO6Bpd2eQh197hLjF2aU5xbUH4AP3ndm7jN63vl5mlie1JMO3wLcSyQhPRGdcDNkOhB_7NRP4pGKYKTkF2PD4kve0nJQElJv05lniQQcHhNI5sPQM9xIdAU8HuAsssClW-jh0jGg0Dvojp9h1Uka1rVg6zI9WLyPCOoyHbkmSpF5BWjlaQbGg_NZU_GM--1sqzLHQlwO3Im7Jttzpmnmou3koxiRfOsIg_OiU7JWHUjIFbokUIcZKf4nnuvmTmjYQnDjuXeAGvBRPDwzlQ0S03UDQDagZtfACgFgVpTFx-sSLkke__HkHGrznF36KMm_ivzUfgTuDG9Q8O5b8WvFKmaIQQRyZgsS8zwCsBFfad-hdH0oSVHxdWK542eSs2g5BewM56z931wIjyw33bpPk72RSPovRUzTzveKf-nngdVSB7HvLDswVphnXzmHG4fqr_mhjpG47jRRy9kGxW7UYnTRiH87onjIT3ndfOxxCdM8kWX1oogMRRpEk4w1RBnNWJceXEqLGLsMvsiAAOIfrxBF57MrE7llSG81Vq9h0vm0olqWE0bMV396EVJms-V70BlWouHS4W2DZn3VJ2pB4cecufd1zp8g7n9ocX3AVpAd4CvuQiKzyqKuG728wfs3sk_-Prj43KzdOz74TbKl3L2roZ1R6GxpmkPAGV7MEL699wnM68O1inQ-qq3LQLuwTls41sri_z1SVdEqRsW8xBGYHCa16yARd_GQyDRQUsuGUUMGwa2l2KETiQpY3s2Pai5dVpYz8TLrw==','slack','sent','2026-10-19 18:00:00.000000',NULL,NULL,'input-received:000660dd83ce0afb4ba4405079e2d3f9','again',1,NULL,NULL,'2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','DU039NOEL','1792432800.000000',NULL,NULL,2,'2026-10-19 18:00:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU039NOEL/p1792432800000000');
INSERT INTO "outbox" VALUES('000660dd84090909d1ae868adeb3a014','sample-elementary','checkin/reminder/000660dd839f251bf9f42e1256278a6a/2026-10-21/2351edeaa866','person:000660dd839f251bf9f42e1256278a6a','sealed1:d312012f:oV-0HQRmgcf-1vPbPZV-q9aW-wTQtsCIc5KgW0DPQQ5MIcNJ7KVqYEgbwmysI1d-cUclQqTkbTM0pYFZ7BMHmYLlt__8OyuGnb6qIMCdomjxLt6ZkAuWvOG6EyQA8kdh2lJEY_ftq33lVL7q4elMw9s7awK72WDelgkjInM4Ps9kcMfRSsphQKDKPtmgdLjMBUpNQAG2MgvVfP1XhlVOAgAIUa71pz0R5gXGsbjpzJZ3bnvc0XhwnF91qzcQ1Si202NGa2MgtcxIIC3ooD2jfmyAFTXdw8digXR9ZrX7E-MXa0Y_5TBe_pt6duFhmXzPiru5Fwai7IJdPQ6yrVfn5IJenRoBWsTG2Moz4WYBVRwx5Q8Am1r4r1HPrOu6fDg-uUmefZEUEHapNG4AfcUQLL3c_d79iq4oTCKaLvls8B_50HKlODrHFr7ADYXPAjKbT_Pd79wSNSIcrCcn-LOuZtQpmKxBSUGknLffki2SerMwxRz2UPf3TUcllGI8iamrzPiXn3iEKWoC_1lMFuntJ0QitGghEt2H7XONFOdeXV3inrdhG3LutilXgHmDPfXuQixmvOanotCP5AXE_jjnwz6BiKoOmNW12W0tc2r_NStFS8nsQKRo0zB8ySV1M056ynYds-GhsdOVnw6V_5bF3kJuNT_iYbJNb9_9LkZyx9wCUgvkKJ9mMzBkOxZ78m6PjACSi3GcVmtgMXqzuXxeH7KmohPGDTsZ4E93zWobMBqespjwGWfYQ5tunRFN55D_OSTxNEP3UUzXkCY-u3FwpamxEGG1jnvA0cVRfuNkV-Yhjso31WSkIGqsdsOj_V1shazF1YfIdD6NONsoR6XtWhBWZAejasUhLkVWdA44aaTYJMxnW6EqSqPa8xyRcUwi1OCbsyb7jIjtgDYtQw8O-lZHqhPWtjgnU9yvlRBgLoQ8Di6lFkCdKEQ2hy3iyFOgJjvQ3qSH7jzzx18RbkvxZcJyt6agtX3s7XouxPxAZQ7LbCWBhhaiF4JCU_ULZnBZWN9_IWCwMC2o69oOCc8v2-yWYwq7u-xfJ1vXEFF-pksvqFS5MBfDSz7u_657VFB8qtU6xH5UlK4lVFogAxYczHA1s1l8A3Q_Q6hI_7uIC-Ck7jtGKCC_dgp9QSuhbpwNY9KG783TJvSLG1jcU2J_8ACuYYylqvwSbEYEwpcRBroqeUIVA8C23irY984Nw_7g5t8oF-dc0IoOIR-fDl9LybDrWyJGZtEtATjmhVPQ8d2op-Ei9sPYzNsrqSadtTpHeR78sPYOPsn2N9jAdDQfOl0tjKK9-yL0bs4kH6LNP3jZ3htUIdM35T2e_w06kYJK','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 20:45:00.000000',NULL,'checkin-day:000660dd839f251bf9f42e1256278a6a/2026-10-21/2351edeaa866','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU024YARA','1792503900.000000',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU024YARA/p1792503900000000');
INSERT INTO "outbox" VALUES('000660dd8409da9ad5502dbd6035a239','sample-elementary','checkin/reminder/000660dd839f293b30fae4d3595680f1/2026-10-21/2351edeaa866','person:000660dd839f293b30fae4d3595680f1','sealed1:d312012f:N-w6kMe2pjhDL2wvSrZ4w6oHZ0_BUKZoi2PT87259_9W7-0taihUb8OaH0uNIMqRAbufJi4wWSmLCzYibZF4jbp_tg6KfoQEq0JdM5Jr8ShYc6aXdkqm5U47QAhQBOXH_v5OtJ5iA2e_DRRtIC1K5eA3OeQ8A9nInm9trENSbmcPDr3g602yNb5tVE51Iz1RN1rSa_KH7Wq_Ex4hOSlWljt9D-CmtWU3xAmUPvp0lVAJBhe02zVrz8PNDWms9KY5t_l0sHaEir4va88fWj6tuhoTvo6tVk0BxywJTQWgnK_gTjDEGTo_weei5m8-xot5LMt6j0cAWTLIPJdowI5aOk7B1v-YUAAq_EQk4p-rqQMx-9lLirLE1b_yyVVXV3Fb78OHfbia51od0xpBsXg3JyOlpikiKYD86YKWQkPhgBfiZ_UePbuSOt4DLn9mwNfivBjzXT45MeXlnxQuTJJxEdm2NONhgJIiDmdf9qEwA_qahS3ub2_2SqOjkkouCl1ynMVTQC_uOD8Srj436--EtOahExiO9MUkJ8eQtzb6hZyzdfTrdc_PmuFw1B8Y3rWQGEJ7AWjBr_-rADDQy9JAELRvrdCPT8zjCJk4NxHnMHkiIcUd0lUiwE7eKbGd6dXA9TnRnvPRCxssrTW53PT1-FuL04dmBB5D1oHlIiLa3ijJXRu--vw1VK5hHvHHi6PHCyZsTl1fQBkbwjk1unj6d-YYV_qLDyyFYr9V7wijTUELxKNN28ER_aHZZ_utdVSyGrVLIMM6rl4STSy3jJn0JrTR1kj54yk5hWYHFBRyNitVeYK03f3iu-oiu-jwpBTzcpQx3VSg2Yjf8FEWbPgm0Dfz12SVmUH3iFd2vpJsuDCvSBVzj-eJp_dTDuEeyECfENOA6ilCHJWgDlOJ7LnooUa9HIp2O5URW86p4Ov0rB-S2VJMfBf2lnanBmnWgFHxhwJ42Z92wg-qIND00mB0PtSMUG40QnKl789DXaN4qQyGESsrn59b2zkBfDSabvqY8DXFKfN2gEBNIdWktpcziJXPxpaV--35X55bICnjQgc68uHpk8F8Tgyg14wmY0ix5A9EBVhwR-AnCi3R1qqpb3uCyjpxSLShr3rU3EWZTtUN1TWodtPGz2Ed6CjLVdOVhA9T1JZ2jhw6xhLhXw5qjYBW_5WntWLx_joewGi--HUz73_uA1xldCH6ThHG-m_uTjitnbrtemp-l54vvspFeFffIC1l1iEu63dg5JKnBrUpf9yn9SLVnAmkWRkvjx0RvC4YN8RbhBZ_aXYOppCWwTWuI77KxPoUmnWBQBroKxlkSpbBCzYlA-b25eEe9OXe8A==','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 20:45:00.000000',NULL,'checkin-day:000660dd839f293b30fae4d3595680f1/2026-10-21/2351edeaa866','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000000',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU039NOEL/p1792503900000000');
INSERT INTO "outbox" VALUES('000660dd840ae87dcb729080e0afdf57','sample-elementary','input/reminder/000660dd839f293b30fae4d3595680f1/2026-10-20','person:000660dd839f293b30fae4d3595680f1','sealed1:d312012f:t_AQi2jwuJ8QvLkv7QWIwng3dvQVFTLpRuiL71g3NFEymNOa4_Y-02xK4-PXMKlti0t4UMkRyklBhvUxKCV-xfzlz3E7Zn3QLO2oo6RZTt4rsqY37FNPM8JKuVCTmvegoBWqJyUxC8ogTCH7zKwTa0gkZiVtA7utuVSYhFwXEPJGRbWQ8nE6h1p6bUK-ws59FPZxUwIqTSptVj8U7OOlh5D6Kp8-ijm2g37uMh64RqvL1D-an9-g30WTNIgd6T2QkBOYm7tHttX419zUsoB92Hf8kynORzn32gaQrs7jYTkbe5hWhzM2yBuDXnQ28VU7o2bEJKY3-pkS3x3eSY49QkYD1A_HjvbA4TZ_cqlY4q0SOW2xe4dOyqVZnR7XHrRl4o0-Nx2tAyx-lHvyCb9hZ_qnu7eg4obo9qgzzBv_V91pgIgYcGn_5saw0FBi4vz6Z7vjjZ7pOKfr2FPnF352wixvprkM0xdkDRI_Aaqq9skZFUP3WLxDzVvX25-VIkzFWTmo23MWCCRHILhv4tk2K3nsB7T5_df_egR4eGZr3w-N0wCBGGILNGAuppxhxpn8CbY5RZ5A4IpaQenDF2ifSN4-_mDUwuJcRUWO9AEsEIPaUO6AUUiLcN_pvFU8gj4Phd6d3bd-xxQ0IpKo81GDlGg4RzxeYzm_JqF79SExr2f90bg=','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 21:30:00.000000',NULL,'input-owed:000660dd839f293b30fae4d3595680f1','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000001',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU039NOEL/p1792503900000001');
INSERT INTO "outbox" VALUES('000660dd841378c0d1479b7be11b31bb','sample-elementary','meeting/2026-10-27/call','ilt','sealed1:d312012f:msomPNDO7egtGyeGHrC-SU9PAo_yuyTf_mNf5c-obgNNUXx_zqnF8FXEWbjvuaZTj5YjEslLEsydc6GbvphfmmqtAUQkN3s2UzcQUFClSivMu0roglOoyG76I58n3bQITeb6mMNaZhCHftwzdAL0B6EWcMUPliA6a-jn6FkJMUIaDJsu7Yo67z8ZjohvpwDINEVv0_DY_YRAVjBt6ysvh8dZJZP7bBy0Lxq7aoGj4_8FluI5fyzMs-bNgjGFE-axzMmGn852wN3Q5nXPL2Mlb_C5SY8V1dAh5EaTadRvPnuMb0MJh2PcmHjZ_ymO3PE2lCUXiack6GSIVc5_eyxxLjWeUNZ9tErRlRAjUIBjY7EsDJRQRLtZiwcn8hKyhElPzMCSzJFXDmvjqd5fS5Yz4y2WUoznvCESm2WiMxyzFy0U-AUN-QBF0Pyj-gjSm3yysf4Xvd5IBZrot4C8eNjmoiK0V7Nu8jZYSREYeIeP-gM-4LxSDfi6Kt2uV3BT_jC2XFsIjweBgPd-cPqu7RdA95Ye62owCaZ3-cpvbRGNg-zlBfiZKsr8UYcIPLHodQLaBIpHmDC0c9GH41EgHHk0xldDavnJzJHRqvyvAlCCeLFLGrRnjkGrV19XMi0-C612l5nQ3aaQQkIkJSmacfzE4zpjXRtpUZzEv0MUKVzW5GdPdBJ4v50Cubwr-ZHrW_Dg5BtrpF9JRq8X2ReVxwu7-FrCUD_3J7TLSay8VoDLBKA8AcxFr9oDJ2z6bgU4-86nePJqmniRxtADP6LzRlfZ3H246SP58F2xSn79fcgLEl9CyDpyKhCJabjja6ygoAOQTwDE7XSa7orP0nttO7iNnaTj3R_fKCtCJfDQe4upzHB5K9LXICxElcb5nQlLsL0QyyejxCG4FScflZl3BTA4r7zHRuIrDnQTjZMJEFel2StJ3Tp2dK6IEkWuSlK4e4dWHXuQE9Ay929J3JscPcbk4q5ucFWkQPcL-an2BPypwk2OAgwk94c9xSlRK1o0GhG_iatmiE6LSgEujCOrh8nzB6ajAl0AYFv83M8q-FRUNqoTLfBL5Zdr7AG03HT5o86uDs4YS7l-GRQMAy26YowUq4JYuRRu9ewkOruObvwKCHQR0fdxhuM02up3QyYK8wJkVsEn92bHlMmo5IBhx6K67ajZsKTbFoziPCXEYBFoB2SDW3-qCLCeaeTVdfQUTGO0OpdcHpmUMrqXLz-ago-FVM_IQLIHMdBOdKkaqO9AQusOxQU-XEQA4FHCoSiTjnkWafvAOPn7VpFBqjPTIRZfUEjZnSrOwd0GrRWHoCg6EjbLCI9xrRIRsQ-cDbRzTuWWq30-PqiLRPDejJRuP9TMyCKv5ap5V_acapVjsIICXZt17nVlEeAQfyT_uA4IagmM4J8X4IuHR0JE28udg3YzEA0IFB5fj7YCi9KC2St3VIjytfqMDMaootTMyHbUNWb-A8WWTTToGC7VkNuCd2v8GB6ZtfxG3uZ0HyYviib6B4oHDgMs9sOLPOw-273BJhXbnIgIBhbfgig1H-JHFUjiwlNehSWPPPM88ur_LWsiOTCBymfKMTzvJLeiTrgH0MVQ-8HmtUzKFznCmZr0wlHvKS6TgUnXBBFBB3_SkxG0uYwMU7KJr7dVRU4b5jdQvQMJzXgGkkk0XDSVNBqRgflbvemVXcj8QApy7cEqUEgMpb1jZLatPi_vWh8_GUnpV-haAxuN8_4sE9kfXw1s3D7LvMoWYVAVjWrUHaurdfWuuyD52eoURitw_-_Wm7pMEnOz8NGIDy_wWEmcx1ZQ-acwSAjy7G07ZxKluzt1U44Gc3ZWQfFkcGuyZFy_qrGspxc-izBYmEO_SX65u9T5mxRRvg4DsKojNi94ySt0pZg-guhQ-4k=','slack','sent','2026-10-20 13:45:00.000000','2026-10-23 19:00:00.000000',NULL,'meeting:2026-10-27','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','C0ILT','1792503900.000000',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/C0ILT/p1792503900000000');
INSERT INTO "outbox" VALUES('000660dd8430b1fb033083cef856baae','sample-elementary','checkin/reminder/000660dd839f158744916e14ac8ad63a/2026-10-22/1444ed886a10','person:000660dd839f158744916e14ac8ad63a','sealed1:d312012f:NqjKIHFD2V4D1ENm6qSsE1ESyh1_dpHCNw1Qaz5X-MZ3zWDf5GPtfr8O0q1skJoi1_LYlSBpITEMsThdwEuDeUW1cTIEcaUTNhM3Obfxhi_mKkhREo02lF5T7tncjDzuqydwrk4v_a_qDO5ZYiJvuniGck6cgqw46KS7NtKDGufC3FEtNYkEE1U9EUrJwwqWdQg9-RKxS-_JhllSmO61bCzbDHkPTrVcY9qX3oF-Ekt221cYlvCpoDQtpSqC4helrsfP4P3EMttVgAhywY0w_pvsv07E0kdLt3-wBrmkDhCuL7JPU9_DpcswpTkPbKj345Kp6xaey9uIkeME3NXfw_64EmvICgYrkBGX75WGAePFEu83Cbybc5pOhm8VUbDRz1plV5KicLxDuUwuvQpdh_LlTpjBWRkazORzzp8yTe_DgUirv73aJWSVS9LqokgROdMH-bK91BrU6tbikd8oiiYzT20ppdZs8O809eB2qHW_15KWymWeuMewpdkOpLCQyiQeCctTE2Vv4sRlB6TSNULpWQadxY6GWfRmbCHsFR7U0H8iceJodEumhgS3HkN98taCafk92uSrx8CaPz5ejIbLLcHEmDKejyRoY0Wq3BU9iK9P1Ur6vzDSnvEeBW-aoGWb9pkHVHb8PO_tzik_23hwLYBP-335AMWngEEfo0Xq27I9tAdwaUue2RCxIMOhehrxNjLK_5Xko1cNr7asKnuwORhpjT5wWNqv4y1ByA3XSffHghciPhYo2Uc62lfYCBfN-p-PT468rGqKpaXYiO7NU9maBhVpEDBx2zi-I7b7sDyUXLO29WhJmR7uTOrODCmvjD246pU6y8ZPzhhxZBEC7_1Fm584KGVM7x63J7YnIoJZ18GDH3BymaVLyz8zneIsph-jPyDu1yR2Vwa0j3S5TwB-76C2wOYrB6PznGGcHtGXI5Ug5_poUbh9g9N-J0KeSM9ikcc9TZ861jP8HN2dbcFLY5Am0AiULJnFfumwrds5Kk7sZ65aWq-jf0dV4t_T-hVwk1FK3eW1lqEB8UKcb6xf3CHQCXqs_UcrWjocmUa3J3rGpd4RwVtwacCPsIT2wlp5B_m1zkUNsliZXvb1Js_OJq04RNtHrU_dAm5Ah7ucYeuOhLl2jBw_Y2_18VcP6kQ33bPvTYyeydk9mnGxcKWKNFp3tEnAHGJp4qe4q1dmbBUXCs_Z0IipaHWItqJfDo5qYfQnKFGG2RBIHHb0W_VMgX4qlXHStXMHQ2iVMLNKqK2mpmuF5cuScgUD8h-UFq1KXnp-4sBB8mPNnMM9AqA4noZlvdieIum7g0V9rgfHE2yd5clXq9mXNyE35zM=','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 20:45:00.000000',NULL,'checkin-day:000660dd839f158744916e14ac8ad63a/2026-10-22/1444ed886a10','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU014OLI','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU014OLI/p1792590300000000');
INSERT INTO "outbox" VALUES('000660dd8431877e9552efce4515e620','sample-elementary','checkin/reminder/000660dd839f23081a08171f3c797c42/2026-10-22/e6cb5cf45253','person:000660dd839f23081a08171f3c797c42','sealed1:d312012f:kx3pAXNJLyiJ7MR9v0T6tFrFgUZ35bGhTuJ-Y_61SC2HXrXUtJeKBJOk1V9F7P-ktcXAUTO86_tbByssWQzw8bK7l5Wmeun_J8bCC9H9lMwEIW5tYSRjxId5IJygewyKaCHJkq3Tf6nofprvB-_G_eAHfjiQpgIkL1gyD8YSZpdGnX9fE6zlFkpGqYvq5bYn3KNgBZnj9teZCNuqJ_bNKOSE3ZlcKcruhj9Pj8pR1nOpdqjO4chIlsPdNiePnF-6kyow7jaILp7K4N_aVVj_l3oSKGbIxaeSTi5qQrRQVZuxNWixLGcvwo5K1xwW7hqQWJlSPxc0EC9eicAThk1P2HIcPh7JvYvThhJ-YCEcyH9K2rRP_av9i4j-es5o6MS5ppFSs8VIa2vrTqHhv3i--NCVDAVnyn93ultVielYnC9FvGZXc3dzNGPwZGGo38uYlBDinrek8UsOppxx-F9IL1JvPYQ0CWjibEF8k_MDYyQbpQU8P3MbMT077sAjEPE0rN_A75iwIKcD-Kq3nzPwMjll5SxekGIL9CekvPxXZMNqSgbHrIUHx0-VxzMAc52c-6FHcIXLWDE5Jy3tVxI48sKTAHxiqhnIt8mYdNrSEmCjdr943Nhyj6XcsovKyScrLxmSh643cV3iOnTdF7Lfsu4NJlu7j9UaKooIFcKZLB8jtme2crF44X1vdzsg-39YpmtvddsGULAy5v68JOBgcFfkS6R2nhaOBw-JVfZXAnm7b_akkFOsOA64ghdjuRWQQHU_95QTKlT9kIX9GkKP_5S8B881exG_R_-ux8-6e-xisjcZwGa09MkTasvMz036wGgy2sIAkYaRhGx2a0mSauuASXM9ynKbmHqjygBgzFm-m2jlWsV8DYTsYlhKHy9cu-AYA5pgKRyj8g3aBZIRUm-Z-cyrJPeJR_hVeEBo_GWNGixFkp82sY_NNWri618NixDDHFgFy17ft-ly-5ZYwOV6gqP-bsPZKomGyzF3BJaGPFMt1vj9uBNdRwYj0PJ3XIk0BCa5SSOFJE6f0vNEaz0Df_WDEDT9VgSSPdaZIPtvf_vN1bbND_PJ4PYeigtl3ZQf4i6-d0rDWhL37g0rAdv8ZoFTvycjpdtnKx4wv2UKPFg3mtmY2dWvht4earoo1BBRxlgu9yiztKhecYuzGlAzxmsBo1n8IPNmEj4Jz9TkiXFEHaueyLTQVVBtm0j8XytYQg5Jp4prb1El-WGL-5kAbl_--mi4VdMKcncmX7J_-JvS_k7t6GqsZkQhYJbB1TFQUAlzsr5b_uJvP45YkcAfhILWoFhDSHAjLCqq8zpjfL8zD0erAMXuTDJIxe2rhmI=','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 14:00:00.000000',NULL,'checkin-day:000660dd839f23081a08171f3c797c42/2026-10-22/e6cb5cf45253','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU019TEA','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU019TEA/p1792590300000000');
INSERT INTO "outbox" VALUES('000660dd8432059976a9f2feb20f7095','sample-elementary','checkin/reminder/000660dd839f290211975871f0f1a3fb/2026-10-22/f2af25b5bd43','person:000660dd839f290211975871f0f1a3fb','sealed1:d312012f:VdiDG6VEJWd_nu3m5l5VE_Cb0d8AIGTJ6qsN8ApvjchsfTd5gWwhWzG7AEA-UqS3lo0qpqP4YwLdTnSHYznrpP5E88ZJlXQiIH82Hys3gTSLIrLjx0hUt3uIy6VTz9eVMUTq5Fuh-e-MPneK6d2vWYgXdqvaVNOExWlyYcI09eIYiEBslqaEhJTJigohQ0rkEzNb8cmC5i54e-9ElvWfSLzJJ4Fx5_t-7e76pSRsDaTijRIJEN8ZWrYOUED2Tbx-OfaDfMsqYBAFh8elY1EtvJsnl1Psd-5LIbtwxW3nenEkUEQW8vra26Aup5pHsEL_DP_arhq5dH8v_N_9Z6P0DkJ3hW2h0z0zaTss9nQ35yxU8BB4d0SQYKtWqiRwqd9H0mMxhlwMCxmLRHLvM__4i7mxnbLmdTOdfRvnEZsu9mNUFlbHk2yvhqIPubtnhl4otoAiBMfgdxhZvnaw1wJ8b21EoUqEIXHw_8b5EusVvoKEQh9qKTpVHJU7cg-8Er8TXEcKID63_aAs0E7iXzy6AhEPibIliQxQjKtQD90Rsq1EIzSxhmhLWjvUSY1N8SdG-FiC_7-hvfVkEXP9omElXflCqa-yy7jOfplDIKhjD8YrU4oW-R4cuCod2ruRBC9b-nbmZSwnbYluQC6sCCsLYBlaDsUhBXIB6V97RnSYz9wYJWr-SWQBqA1vnvIZxxC6PruIEAn0APSp8q6ObteF5TwSErZakKGOS6E2upt4P28iTWHWG5b0EZB_81ZUyUucEwNspUnrTQTjlLqjTkE-WO7LHTIgyblISncB3RNn1wLL4I7HyhO06LLtu6a0ia9lRUbfQqDtEx2XPqmiBl5Yq09H_nZRVyU_gC0UxPk2vYWd7h-uJZu3fYYp-CAsvcJatSbsjv9sX21DOpxwAPdtQY8VGMjCEhckcJ71nRGZmTcQY3saJzhElacmroJtlLyziQYpzItcTSy_R83IPoQsghf8zNRYgep2Uy5iNCFtYqa8mHQaSW2O_0AmwttYxJeK_JamFJIteM5lP-xBW1RlAgxA5JU4Bae8LiZKDkvkXeaWTHVCIn2UQyIpbExcNwaSxuq5eI2V-VDaZVSxaHX3JMdam7osnS1UV8KFtCOOJSAIeumQkRhTQRjDZwnLbA6oTd6xftJugG5m2wwi81enY6a5Qsh4MqwsjgTrYUebmFaJd-DRXfjUOwf8H7MoHFLZq78veP-eHqK0_uF9zkXSTbwLVcSt3NB0_rryPZUGiQ-DZfJ2ePPxvM85P9_qCar2X4vVri95voEg5XXbK-wrk7Vv6LaeMimIAuohz8kTRjged5TOZmioH6_BA4r20uQEk8QYCi7W5aD30zW15nLQ2a-eyOmd7vpWlXjLWpJnsjmst4iR8rhP9p7vhRrCQqX2e25Y-v2UHcDmqWT9ooIG_cjCKD_JP4pe3uDX2bmtXxJPr0or-zfYwIp0cQQKnZUbNlxMOD35i1dqox3enm_E5fbCW70zeNSMz4x7BPhXNRemt3JnUdqP9YxNhllZDWEEdKXQOClbwZSqSRgczRgqI1NxAWTCT3ucMJKwUlaUIottababPhfD4u43Im8U09xUhP3DFgudmeThHxKaGlBa3apl8lqyg2NCNDLrBlSIQ2jEfnTy4MNDLx1baTtFAYZtYOCB_Xr28kMOUGHxOFBk7ycPjU5mf_LUzB32yyfcu729tJmHAt1sMSlbr7CLCnIGX9uT_uMm5GWMoaF4SEd4HxOpjC5Nh0Q-lZ-4vMnJPpL6eC50puEiZubH3w31l2yzQqAIVtJfF004nrtphODaGjuOS1-GRQNVs0P-mcix5GFugFlLc1D9piqcYpxgaPnsiQ9NpbClrSSUv8x1OKnSumj3lCd3OvkOzrJdIDQFcToYA-G_yg9KPthBRGA1cCRF97phsiF1dJAki56jgaq5573I8uaMz4GKLTue4ggHSiPnVid1LX_9v4F-gkb_LpGSgs2mSXz-7kKfiT9aWgzsR2l_5MC15A1vcBPDANGx-s-CcsJIvrQwjOVlTORleUjYLU4h6zlLdWh-bhR0O5lShshc-MeJT2CD1PH9WIsfzXo1dgVNKBdokr1h5uPBqX3xXSlDGiIQ7sTy39OuVYxnugn37iGS7D9a1Ab093pu1ZG3fNzxUb1xeD84mPn-DkeH2vSil22Y0r3zbPMTOsc3Af7hZiSEbLDyZ-IP3s4Uj0lZHnZciKvhwnwDNw26QR4N54D6m6scCqxLI9QijoI130DmLOYDH9CIgOy_HeuE76KneKYdDSjFDOI5SQ8wDvO2f3e5HGWJkvUM4Qp2gHawuyUQN1mCbI1O0S0wcWTmrsrD-aRTjWtJB6sjUxOqN0IO27JJH0N1DHs2WxwV3_qWnibMLXxINYzFPP9sIERQLPDtQTiHMuuRV-hQY5x94Q==','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 20:45:00.000000',NULL,'checkin-day:000660dd839f290211975871f0f1a3fb/2026-10-22/f2af25b5bd43','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU038MINA','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU038MINA/p1792590300000000');
INSERT INTO "outbox" VALUES('000660dd8432de76bde0e65909f1d805','sample-elementary','input/reminder/000660dd839f293b30fae4d3595680f1/2026-10-21','person:000660dd839f293b30fae4d3595680f1','sealed1:d312012f:9w_zTaaH-NqI5vJtEqh4DX-8ViQKTVKxOPf7aOMIONBBXOhSO7ZmenEm0RO2IBjVe1jgvALRLCWsAsqwfKJrDhXyIbdstkPP2KX1bFyrSRdEj6vPYJWu6ltoB-peTgcn5RLtgDCixOsgC75ME0LDzxRF2eQl-_BDksl8YJdRsJpLTWZRjzpNQ1AGLPkG2JAV041hWK2ciy3hWn9c9dR9Zew96R7F8hRPpPpJA8gE7gl2_kiDYK4-_n97sU8PrJnc2b8zSYT6GN3edHNXeF52F0rkvg_mCqfId8uUri62-UXFfn2HRFLUH0az0g9j-IKrJTJUTGU9JTBpfut748_XTDDbHHG8jfkUrxaByRjnXs1dujInCUvuBvkdnvWA1zZUv5F0yfWI_zuZr1pQ6JVlos0Rb59UczISJAzMY2ThCU-y83a2ByRq4_BK4GtgIvpkRH6B3pyHAJllZKrzrs5jeeMnmIhJ_W5kx9t1f5uCVgAuysFCWy-Qynf5Mf7jOTSUPSdYHrmnlwzxuK2sY8zGp9wNIOiIvvD5LiCY9KW1l_VU3lNRbzSS7WFCPzPfafkpC2XHrdCP6ByeaW23Q04DfsaWqVeSaih3dZnu6hnqzNMVP4i8vtWhDxDU9sJN49QTugdFkMwtqJ46qhn8UDMbTsf-IUVyWZG0BLi511xm4aVw7is=','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 21:30:00.000000',NULL,'input-owed:000660dd839f293b30fae4d3595680f1','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU039NOEL','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post','http://127.0.0.1:33549/archives/DU039NOEL/p1792590300000000');
CREATE TABLE pair_choices (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	with_person VARCHAR(32) NOT NULL, 
	until DATE NOT NULL, 
	CONSTRAINT pk_pair_choices PRIMARY KEY (id), 
	CONSTRAINT uq_pair_choices_school_person_with_person UNIQUE (school, person, with_person)
);
CREATE TABLE parked (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	item VARCHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	parked_on DATE NOT NULL, 
	owner VARCHAR(32), 
	"group" VARCHAR(300) NOT NULL, 
	due_on DATE, 
	state VARCHAR(32) NOT NULL, 
	settled_on DATE, 
	CONSTRAINT pk_parked PRIMARY KEY (id), 
	CONSTRAINT ck_parked_parkedstate CHECK (state IN ('parked', 'resolved', 'dropped'))
);
CREATE TABLE pd_sessions (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	"on" DATE NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	strategy VARCHAR(64), 
	evidence JSON NOT NULL, 
	feedback TEXT NOT NULL, 
	let_go BOOLEAN NOT NULL, 
	CONSTRAINT pk_pd_sessions PRIMARY KEY (id), 
	CONSTRAINT uq_pd_sessions_school_number UNIQUE (school, number)
);
CREATE TABLE "people" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	title VARCHAR(120) NOT NULL, 
	email VARCHAR(254), 
	active BOOLEAN NOT NULL, 
	source VARCHAR(120), 
	language VARCHAR(32), 
	CONSTRAINT pk_people PRIMARY KEY (id), 
	CONSTRAINT uq_people_school_key UNIQUE (school, "key"), 
	CONSTRAINT ck_people_language CHECK (language IN ('en', 'es'))
);
INSERT INTO "people" VALUES('000660dd839f118af2e476c201150d99','sample-elementary','ada-acorn','Ada Acorn','K-1 rep','ada.acorn@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f11d19f188fbf7537b4dd','sample-elementary','bea-birch','Bea Birch','K-1 teacher','bea.birch@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f121227fe61a2076b1875','sample-elementary','cal-cedar','Cal Cedar','K-1 teacher','cal.cedar@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f124fd9efa9af2c291035','sample-elementary','dot-dogwood','Dot Dogwood','K-1 teacher','dot.dogwood@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f12cbf38df606df5ff53b','sample-elementary','eli-elm','Eli Elm','K-1 teacher','eli.elm@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f1347d12e5a2991b60943','sample-elementary','fay-fern','Fay Fern','K-1 teacher','fay.fern@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f13cbea1972650ddde076','sample-elementary','gus-gorse','Gus Gorse','K-1 teacher','gus.gorse@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f14234e79aa6636153cba','sample-elementary','ida-hazel','Ida Hazel','K-1 teacher','ida.hazel@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f146249e38b271a826abf','sample-elementary','jay-ivy','Jay Ivy','Grade 2 rep','jay.ivy@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f149ee11020445e136f96','sample-elementary','kit-juniper','Kit Juniper','Grade 2 teacher','kit.juniper@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f14d88d3677e07397f9d9','sample-elementary','lea-kelp','Lea Kelp','Grade 2 teacher','lea.kelp@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f151375b5e6f86ff520d8','sample-elementary','max-laurel','Max Laurel','Grade 2 teacher','max.laurel@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f154cc0fc5a619fd1fc4b','sample-elementary','nia-maple','Nia Maple','Grade 2 teacher','nia.maple@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f158744916e14ac8ad63a','sample-elementary','oli-nettle','Oli Nettle','Grade 3 lead','oli.nettle@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f15c07a80c7f3ae72f1ff','sample-elementary','pia-olive','Pia Olive','Grade 3 teacher','pia.olive@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f21ff25497f3f1c9ab81b','sample-elementary','quin-poppy','Quin Poppy','Grade 3 teacher','quin.poppy@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f2280a4b68554b676d16b','sample-elementary','ray-quince','Ray Quince','Grade 3 teacher','ray.quince@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f22c8066189258bd1a611','sample-elementary','sol-rowan','Sol Rowan','Grade 3 teacher','sol.rowan@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f23081a08171f3c797c42','sample-elementary','tea-sage','Tea Sage','Grade 4 lead','tea.sage@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f2345493a788c1433ce33','sample-elementary','uma-thistle','Uma Thistle','Grade 4 teacher','uma.thistle@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f23b6f31e13f099295e35','sample-elementary','vic-umber','Vic Umber','Grade 4 teacher','vic.umber@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f242e7a0873c83052526f','sample-elementary','wes-violet','Wes Violet','Grade 4 teacher','wes.violet@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f24ac7d4e4ba4abfc14a5','sample-elementary','xan-willow','Xan Willow','Grade 4 teacher','xan.willow@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f251bf9f42e1256278a6a','sample-elementary','yara-xylem','Yara Xylem','Grade 5 lead','yara.xylem@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f255f8b1870683f70329d','sample-elementary','zoe-yarrow','Zoe Yarrow','Grade 5 teacher','zoe.yarrow@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f2603bb63b0b165438534','sample-elementary','amos-zinnia','Amos Zinnia','Grade 5 teacher','amos.zinnia@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f265a9ea389048e0d6f72','sample-elementary','bree-aspen','Bree Aspen','Grade 5 teacher','bree.aspen@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f26b9eb494f1c8743df9b','sample-elementary','cleo-balsam','Cleo Balsam','Grade 5 teacher','cleo.balsam@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f26fe92e958abb2892949','sample-elementary','dale-clover','Dale Clover','Math coach','dale.clover@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f273a11540c57a8df3135','sample-elementary','elsa-daisy','Elsa Daisy','Music teacher','elsa.daisy@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f2775878ffd403e61b91f','sample-elementary','finn-elder','Finn Elder','Art teacher','finn.elder@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f27ae3b48bb9cefb3b70c','sample-elementary','gwen-flax','Gwen Flax','PE teacher','gwen.flax@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f27e7f8b4adfcc3e113f7','sample-elementary','hugo-ginger','Hugo Ginger','Special education teacher','hugo.ginger@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f281f1c6756d283a2d56d','sample-elementary','iris-heather','Iris Heather','Special education teacher','iris.heather@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f285a773942583ec7f49d','sample-elementary','jude-iris','Jude Iris','Special education teacher','jude.iris@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f289283d4778474f2a7a8','sample-elementary','kaya-jasmine','Kaya Jasmine','ELL teacher','kaya.jasmine@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f28caff509e626f6b17ef','sample-elementary','lars-kale','Lars Kale','ELL teacher','lars.kale@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f290211975871f0f1a3fb','sample-elementary','mina-linden','Mina Linden','Principal','mina.linden@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f293b30fae4d3595680f1','sample-elementary','noel-mint','Noel Mint','Assistant principal','noel.mint@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f2974a5d03db83a7f7192','sample-elementary','opal-nutmeg','Opal Nutmeg','Office manager','opal.nutmeg@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd839f29ac7ce18b02ca22a0eb','sample-elementary','pete-oak','Pete Oak','School counselor','pete.oak@sample.example',1,NULL,NULL);
CREATE TABLE problems (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	statement TEXT NOT NULL, 
	framed_by VARCHAR(32) NOT NULL, 
	framed_on DATE NOT NULL, 
	students TEXT NOT NULL, 
	strategy VARCHAR(64), 
	marks JSON NOT NULL, 
	canvas JSON NOT NULL, 
	review_on DATE, 
	instead_of VARCHAR(32), 
	state VARCHAR(32) NOT NULL, 
	history JSON NOT NULL, 
	CONSTRAINT pk_problems PRIMARY KEY (id), 
	CONSTRAINT uq_problems_school_number UNIQUE (school, number), 
	CONSTRAINT ck_problems_problemstate CHECK (state IN ('draft', 'framed', 'ready', 'in_action', 'resolved', 'reframed', 'stopped'))
);
CREATE TABLE "prospects" (
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	address VARCHAR(255) NOT NULL, 
	is_channel BOOLEAN NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	email VARCHAR(254), 
	title VARCHAR(120) NOT NULL, 
	CONSTRAINT pk_prospects PRIMARY KEY (school, platform, address)
);
CREATE TABLE pulse_answers (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	pulse VARCHAR(32) NOT NULL, 
	mark INTEGER NOT NULL, 
	CONSTRAINT pk_pulse_answers PRIMARY KEY (id)
)
 WITHOUT ROWID

;
CREATE TABLE pulse_participants (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	pulse VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_pulse_participants PRIMARY KEY (id), 
	CONSTRAINT uq_pulse_participants_school_pulse_person UNIQUE (school, pulse, person)
)
 WITHOUT ROWID

;
CREATE TABLE pulses (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	opens_on DATE NOT NULL, 
	closes_on DATE NOT NULL, 
	result JSON, 
	CONSTRAINT pk_pulses PRIMARY KEY (id), 
	CONSTRAINT uq_pulses_school_opens_on UNIQUE (school, opens_on)
);
CREATE TABLE quarantined (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	thing VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_quarantined PRIMARY KEY (id), 
	CONSTRAINT uq_quarantined_school_kind_thing UNIQUE (school, kind, thing)
);
CREATE TABLE ratifications (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	opens_at DATETIME NOT NULL, 
	closes_at DATETIME NOT NULL, 
	share INTEGER NOT NULL, 
	yes INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	abstain INTEGER NOT NULL, 
	eligible INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_ratifications PRIMARY KEY (id), 
	CONSTRAINT uq_ratifications_school_decision UNIQUE (school, decision), 
	CONSTRAINT ck_ratifications_ratificationstate CHECK (state IN ('open', 'ratified', 'returned', 'dropped'))
);
CREATE TABLE ratifiers (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	ratification VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_ratifiers PRIMARY KEY (id), 
	CONSTRAINT uq_ratifiers_school_ratification_person UNIQUE (school, ratification, person)
)
 WITHOUT ROWID

;
CREATE TABLE requests (
	"key" VARCHAR(255) NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_requests PRIMARY KEY ("key")
);
INSERT INTO "requests" VALUES('sample-elementary/roster/compared/slack/2026-10-19','2026-10-19 18:00:00.000000');
INSERT INTO "requests" VALUES('sample-elementary/view/VEB830E1049','2026-10-19 18:00:00.000000');
CREATE TABLE revisions (
	school VARCHAR(64) NOT NULL, 
	revision VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_revisions PRIMARY KEY (school)
);
INSERT INTO "revisions" VALUES('sample-elementary','000660dd83b129005553b94edfc39eaf');
CREATE TABLE school_choices (
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	chosen_at DATETIME NOT NULL, 
	CONSTRAINT pk_school_choices PRIMARY KEY (school, person)
);
CREATE TABLE schools (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	since DATETIME NOT NULL, 
	morning TIME NOT NULL, 
	opens TIME NOT NULL, 
	closes TIME NOT NULL, 
	ilt_channel VARCHAR(80) NOT NULL, 
	all_staff_channel VARCHAR(80), 
	first_day DATE, 
	last_day DATE, source VARCHAR(120), 
	CONSTRAINT pk_schools PRIMARY KEY (id)
);
INSERT INTO "schools" VALUES('sample-elementary','Sample Elementary','America/Denver','2026-10-19 18:00:00.000000','07:45:00.000000','07:30:00.000000','15:30:00.000000','ilt','all-staff','2026-08-17','2027-06-04',NULL);
CREATE TABLE settings_versions (
	school VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	settings JSON NOT NULL, 
	changed_by VARCHAR(32) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	about JSON NOT NULL, 
	CONSTRAINT pk_settings_versions PRIMARY KEY (school, version)
);
CREATE TABLE "staff_input" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	team VARCHAR(64), 
	carrier VARCHAR(32), 
	mode VARCHAR(32) NOT NULL, 
	topic VARCHAR(32) NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	see TEXT NOT NULL, 
	suggest TEXT NOT NULL, 
	credit BOOLEAN NOT NULL, 
	received_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	passed_see TEXT NOT NULL, 
	passed_suggest TEXT NOT NULL, 
	passed_at DATETIME, 
	outcome TEXT NOT NULL, 
	outcome_by VARCHAR(32), 
	outcome_at DATETIME, 
	reason VARCHAR(32), 
	look_again DATE, 
	meeting_on DATE, 
	decision VARCHAR(16), 
	decision_id VARCHAR(32), agreed INTEGER, present INTEGER, routed_to VARCHAR(64), needs JSON DEFAULT '[]' NOT NULL, triaged_at DATETIME, asked TEXT DEFAULT '' NOT NULL, replied TEXT DEFAULT '' NOT NULL, steps JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_staff_input PRIMARY KEY (id), 
	CONSTRAINT ck_staff_input_inputstate CHECK (state IN ('received', 'passed_on', 'answered', 'on_agenda', 'declined', 'considered', 'withdrawn')), 
	CONSTRAINT uq_staff_input_school_number UNIQUE (school, number), 
	CONSTRAINT ck_staff_input_declinereason CHECK (reason IN ('not_ours', 'already_decided', 'not_now', 'evidence')), 
	CONSTRAINT ck_staff_input_mode CHECK (mode IN ('named', 'through_rep')), 
	CONSTRAINT ck_staff_input_scope CHECK (scope IN ('my_team', 'several_teams', 'whole_school')), 
	CONSTRAINT ck_staff_input_topic CHECK (topic IN ('instruction', 'curriculum_and_materials', 'assessment', 'student_support', 'schedule_and_time', 'professional_learning', 'communication', 'climate', 'idea', 'thanks', 'other'))
);
INSERT INTO "staff_input" VALUES('000660dd83ce0afb4ba4405079e2d3f9','sample-elementary',1,'000660dd839f2345493a788c1433ce33','grade-4',NULL,'named','instruction','several_teams','sealed1:d312012f:B_ttEoEc8umAtjE32pxT7kgKUioNzosyfpgdR0_R_nNifPAcdjdSdTpQc4EX2wuSYFzU0RzIFPkB','',0,'2026-10-19 18:00:00.000000','received','','',NULL,'',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL,'','','[]');
CREATE TABLE strategies (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	status VARCHAR(300) NOT NULL, 
	position INTEGER NOT NULL, 
	active BOOLEAN NOT NULL, 
	last_dive DATE, components JSON DEFAULT '[]' NOT NULL, seen VARCHAR(300) DEFAULT '' NOT NULL, versions JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_strategies PRIMARY KEY (id), 
	CONSTRAINT uq_strategies_school_key UNIQUE (school, "key")
);
INSERT INTO "strategies" VALUES('000660dd83a5657d9c13055a6cf1f501','sample-elementary','math-talk','Student talk in math','Look-fors agreed; first walkthroughs under way.',0,1,NULL,'[]','','[]');
INSERT INTO "strategies" VALUES('000660dd83a5664c2cbf41e70eed0dc2','sample-elementary','small-groups','Small-group reading','Schedules are set; materials arrive this month.',1,1,NULL,'[]','','[]');
INSERT INTO "strategies" VALUES('000660dd83a566bc95dd907c9f55c7c2','sample-elementary','belonging','Attendance and belonging','Morning greeting in every room since September.',2,1,NULL,'[]','','[]');
CREATE TABLE student_voice (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	question TEXT NOT NULL, 
	rows JSON NOT NULL, 
	"by" VARCHAR(32) NOT NULL, 
	entered_on DATE NOT NULL, 
	approved_by VARCHAR(32), 
	approved_on DATE, 
	CONSTRAINT pk_student_voice PRIMARY KEY (id)
);
CREATE TABLE team_digests (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	month DATE NOT NULL, 
	words TEXT NOT NULL, 
	strategies JSON NOT NULL, 
	made_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	approved_by VARCHAR(32), 
	approved_on DATE, 
	CONSTRAINT pk_team_digests PRIMARY KEY (id), 
	CONSTRAINT uq_team_digests_school_month UNIQUE (school, month), 
	CONSTRAINT ck_team_digests_documentstate CHECK (state IN ('draft', 'approved'))
);
CREATE TABLE team_meetings (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	happened BOOLEAN NOT NULL, 
	CONSTRAINT pk_team_meetings PRIMARY KEY (id), 
	CONSTRAINT uq_team_meetings_school_team_day UNIQUE (school, team, day)
);
CREATE TABLE team_talks (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	rep VARCHAR(32) NOT NULL, 
	discussed_on DATE, 
	questions INTEGER NOT NULL, 
	CONSTRAINT pk_team_talks PRIMARY KEY (id), 
	CONSTRAINT uq_team_talks_school_day_team UNIQUE (school, day, team)
);
CREATE TABLE "teams" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	channel VARCHAR(80), 
	position INTEGER NOT NULL, 
	kind VARCHAR(32) DEFAULT 'grade' NOT NULL, 
	covers JSON DEFAULT '[]' NOT NULL, 
	parent VARCHAR(64), 
	retired BOOLEAN DEFAULT 0 NOT NULL, 
	language VARCHAR(32), 
	CONSTRAINT pk_teams PRIMARY KEY (id), 
	CONSTRAINT uq_teams_school_key UNIQUE (school, "key"), 
	CONSTRAINT ck_teams_teamkind CHECK (kind IN ('grade', 'grade_span', 'department', 'subject', 'cluster', 'vertical', 'specialist', 'special_education', 'multilingual', 'administration')), 
	CONSTRAINT ck_teams_language CHECK (language IN ('en', 'es'))
);
INSERT INTO "teams" VALUES('000660dd839f0de9666842eab139c4a0','sample-elementary','k-1','K-1','k-1',0,'grade_span','["kindergarten", "grade-1"]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f0eb442ffc19c00378d33','sample-elementary','grade-2','Grade 2','grade-2',1,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f0f1a8a1d49d5d132ee34','sample-elementary','grade-3','Grade 3','grade-3',2,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f0f6dbd0fd1f3b82a1f45','sample-elementary','grade-4','Grade 4','grade-4',3,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f0fbbde595c798dc89846','sample-elementary','grade-5','Grade 5','grade-5',4,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f101276c43e18c32cc0fa','sample-elementary','specialists','Specialists','specialists',5,'specialist','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f10681ca49f54bcb1ae35','sample-elementary','special-education','Special education',NULL,6,'special_education','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f10da0b4e0e79ba9307ec','sample-elementary','ell','ELL',NULL,7,'multilingual','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd839f11273f8e60c02db6b3e4','sample-elementary','office','Administration and office',NULL,8,'administration','[]',NULL,0,NULL);
CREATE TABLE trust_answers (
	round VARCHAR(32) NOT NULL, 
	rating INTEGER NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	many INTEGER NOT NULL, 
	CONSTRAINT pk_trust_answers PRIMARY KEY (round, rating)
);
CREATE TABLE trust_participants (
	round VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_trust_participants PRIMARY KEY (round, person)
);
CREATE TABLE trust_rounds (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	opened_on DATE NOT NULL, 
	closes_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	average FLOAT, 
	spread FLOAT, 
	CONSTRAINT pk_trust_rounds PRIMARY KEY (id), 
	CONSTRAINT uq_trust_rounds_school_opened_on UNIQUE (school, opened_on), 
	CONSTRAINT ck_trust_rounds_roundstate CHECK (state IN ('open', 'closed', 'talked'))
);
CREATE TABLE unreached (
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	code VARCHAR(120) NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_unreached PRIMARY KEY (school, platform, person)
);
CREATE TABLE voice_rounds (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	line INTEGER NOT NULL, 
	eligible INTEGER NOT NULL, 
	spoke INTEGER NOT NULL, 
	passed INTEGER NOT NULL, 
	is_open BOOLEAN NOT NULL, 
	CONSTRAINT pk_voice_rounds PRIMARY KEY (id), 
	CONSTRAINT uq_voice_rounds_school_day_line UNIQUE (school, day, line)
);
CREATE TABLE voice_taps (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	round VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_voice_taps PRIMARY KEY (id), 
	CONSTRAINT uq_voice_taps_school_round_person UNIQUE (school, round, person)
)
 WITHOUT ROWID

;
CREATE TABLE "walkthrough_visits" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	window VARCHAR(32) NOT NULL, 
	band VARCHAR(32) NOT NULL, 
	subject VARCHAR(32) NOT NULL, 
	segment VARCHAR(32), 
	marks JSON NOT NULL, 
	first_visit VARCHAR(32) NOT NULL, 
	notes TEXT NOT NULL, 
	observer VARCHAR(32), 
	day DATE, 
	CONSTRAINT pk_walkthrough_visits PRIMARY KEY (id), 
	CONSTRAINT ck_walkthrough_visits_firstvisit CHECK (first_visit IN ('yes', 'no', 'unsure'))
);
INSERT INTO "walkthrough_visits" VALUES('5038199c812259d5ecea3ca5f94b3d5e','sample-elementary','000660dd83a93e5f45ef65a4c715be65','3-5','math','discussion','{"RT1": "seen", "RT2": "partly", "RT3": "seen", "RT4": "not_seen"}','yes','','000660dd839f26fe92e958abb2892949','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('d450b9f78b87b0538380ab44596c8737','sample-elementary','000660dd83a93e5f45ef65a4c715be65','3-5','math','work-time','{"RT1": "partly", "RT2": "not_seen", "RT3": "seen", "RT4": "not_seen"}','yes','','000660dd839f26fe92e958abb2892949','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('bb16f9186f698032e708f2d982b0072b','sample-elementary','000660dd83a93e5f45ef65a4c715be65','k-2','math','opening','{"RT1": "not_seen", "RT2": "not_seen", "RT3": "partly", "RT4": "seen"}','yes','','000660dd839f26fe92e958abb2892949','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('3b7a3a349d9900ae64809c3df470ceca','sample-elementary','000660dd83a93e5f45ef65a4c715be65','k-2','literacy','work-time','{"RT1": "seen", "RT2": "partly", "RT3": "not_seen", "RT4": "partly"}','yes','','000660dd839f146249e38b271a826abf','2026-10-19');
CREATE TABLE walkthrough_windows (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	look_fors VARCHAR(64) NOT NULL, 
	opens DATE NOT NULL, 
	closes DATE NOT NULL, 
	strategy VARCHAR(64), 
	goal INTEGER, 
	published JSON, 
	is_closed BOOLEAN NOT NULL, 
	CONSTRAINT pk_walkthrough_windows PRIMARY KEY (id), 
	CONSTRAINT uq_walkthrough_windows_school_key UNIQUE (school, "key")
);
INSERT INTO "walkthrough_windows" VALUES('000660dd83a93e5f45ef65a4c715be65','sample-elementary','fall-talk','reasoning_talk','2026-10-05','2026-10-30','math-talk',60,NULL,0);
INSERT INTO "walkthrough_windows" VALUES('000660dd83a93ee65bba3dc56d0db3e5','sample-elementary','winter-talk','reasoning_talk','2026-11-16','2026-12-04','math-talk',60,NULL,0);
CREATE INDEX ix_calendar_days_school ON calendar_days (school);
CREATE INDEX ix_requests_kept_at ON requests (kept_at);
CREATE INDEX ix_meeting_roles_school ON meeting_roles (school);
CREATE INDEX ix_meeting_series_school ON meeting_series (school);
CREATE INDEX ix_strategies_school ON strategies (school);
CREATE INDEX ix_decision_receipts_school ON decision_receipts (school);
CREATE INDEX ix_walkthrough_windows_school ON walkthrough_windows (school);
CREATE INDEX ix_check_in_changes_school ON check_in_changes (school);
CREATE INDEX ix_check_in_series_school ON check_in_series (school);
CREATE INDEX ix_cycle_phases_cycle ON cycle_phases (cycle);
CREATE INDEX ix_cycle_phases_school ON cycle_phases (school);
CREATE INDEX ix_departures_school ON departures (school);
CREATE INDEX ix_departures_person ON departures (person);
CREATE INDEX ix_memberships_school ON memberships (school);
CREATE INDEX ix_duties_school ON duties (school);
CREATE INDEX ix_ilt_seats_school ON ilt_seats (school);
CREATE INDEX ix_ilt_suggestions_school ON ilt_suggestions (school);
CREATE INDEX ix_team_meetings_school ON team_meetings (school);
CREATE INDEX ix_meetings_school ON meetings (school);
CREATE INDEX ix_calendar_changes_school ON calendar_changes (school);
CREATE INDEX ix_away_school ON away (school);
CREATE INDEX ix_courtesy_wishes_school ON courtesy_wishes (school);
CREATE INDEX ix_courtesy_pauses_school ON courtesy_pauses (school);
CREATE INDEX ix_anonymous_inputs_school ON anonymous_inputs (school);
CREATE INDEX ix_quarantined_school ON quarantined (school);
CREATE INDEX ix_check_in_topics_series ON check_in_topics (series);
CREATE INDEX ix_check_in_topics_school ON check_in_topics (school);
CREATE INDEX ix_learning_cycles_leader ON learning_cycles (leader);
CREATE INDEX ix_learning_cycles_lead ON learning_cycles (lead);
CREATE INDEX ix_learning_cycles_school ON learning_cycles (school);
CREATE INDEX ix_learning_cycles_state ON learning_cycles (state);
CREATE INDEX ix_decision_questions_decision ON decision_questions (decision);
CREATE INDEX ix_decision_questions_state ON decision_questions (school, state);
CREATE INDEX ix_decision_questions_school ON decision_questions (school);
CREATE INDEX ix_staff_input_school ON staff_input (school);
CREATE INDEX ix_staff_input_author ON staff_input (school, author);
CREATE INDEX ix_walkthrough_visits_window ON walkthrough_visits (window);
CREATE INDEX ix_walkthrough_visits_school ON walkthrough_visits (school);
CREATE INDEX ix_audit_at ON audit (school, at);
CREATE INDEX ix_audit_school ON audit (school);
CREATE INDEX ix_holds_school ON holds (school);
CREATE INDEX ix_deletion_receipts_person ON deletion_receipts (person);
CREATE INDEX ix_deletion_receipts_school ON deletion_receipts (school);
CREATE INDEX ix_pair_choices_school ON pair_choices (school);
CREATE INDEX ix_drafts_saved_at ON drafts (saved_at);
CREATE INDEX ix_people_school ON people (school);
CREATE INDEX ix_teams_school ON teams (school);
CREATE INDEX ix_addresses_address ON addresses (address);
CREATE INDEX ix_known_channels_school ON known_channels (school);
CREATE INDEX ix_channel_health_school ON channel_health (school);
CREATE INDEX ix_outbox_turns ON outbox (school, audience, state, due_at);
CREATE INDEX ix_outbox_school ON outbox (school);
CREATE INDEX ix_outbox_waiting ON outbox (school, due_at) WHERE state = 'pending';
CREATE INDEX ix_outbox_leases ON outbox (state, lease_until);
CREATE INDEX ix_outbox_told_in ON outbox (school, told_in);
CREATE INDEX ix_decision_changes_decision ON decision_changes (decision);
CREATE INDEX ix_decision_changes_school ON decision_changes (school);
CREATE INDEX ix_loop_lines_input ON loop_lines (school, input);
CREATE INDEX ix_loop_lines_school ON loop_lines (school);
CREATE INDEX ix_problems_school ON problems (school);
CREATE INDEX ix_problems_state ON problems (school, state);
CREATE INDEX ix_meeting_runs_school ON meeting_runs (school);
CREATE INDEX ix_meeting_runs_state ON meeting_runs (school, state);
CREATE INDEX ix_parked_school ON parked (school);
CREATE INDEX ix_parked_state ON parked (school, state);
CREATE INDEX ix_agenda_templates_school ON agenda_templates (school);
CREATE INDEX ix_agenda_items_school ON agenda_items (school);
CREATE INDEX ix_agenda_items_open ON agenda_items (school, state);
CREATE INDEX ix_charters_school ON charters (school);
CREATE INDEX ix_charter_signatures_school ON charter_signatures (school);
CREATE INDEX ix_trust_rounds_school ON trust_rounds (school);
CREATE INDEX ix_trust_participants_school ON trust_participants (school);
CREATE INDEX ix_trust_answers_school ON trust_answers (school);
CREATE INDEX ix_decisions_state ON decisions (school, state);
CREATE INDEX ix_decisions_school ON decisions (school);
CREATE INDEX ix_consensus_checks_state ON consensus_checks (school, state);
CREATE INDEX ix_consensus_checks_school ON consensus_checks (school);
CREATE INDEX ix_consensus_votes_school ON consensus_votes (school);
CREATE INDEX ix_consensus_taps_school ON consensus_taps (school);
CREATE INDEX ix_consensus_voices_check ON consensus_voices ("check");
CREATE INDEX ix_consensus_voices_school ON consensus_voices (school);
CREATE INDEX ix_ratifications_school ON ratifications (school);
CREATE INDEX ix_ratifiers_school ON ratifiers (school);
CREATE INDEX ix_first_steps_school ON first_steps (school);
CREATE INDEX ix_decision_tellers_school ON decision_tellers (school);
CREATE INDEX ix_campaigns_school ON campaigns (school);
CREATE INDEX ix_campaign_answers_school ON campaign_answers (school);
CREATE INDEX ix_campaign_words_school ON campaign_words (school);
CREATE INDEX ix_campaign_words_campaign ON campaign_words (school, campaign);
CREATE INDEX ix_pulses_school ON pulses (school);
CREATE INDEX ix_pulse_answers_school ON pulse_answers (school);
CREATE INDEX ix_pulse_participants_school ON pulse_participants (school);
CREATE INDEX ix_student_voice_school ON student_voice (school);
CREATE INDEX ix_interests_school ON interests (school);
CREATE INDEX ix_minutes_school ON minutes (school);
CREATE INDEX ix_minutes_excerpts_school ON minutes_excerpts (school);
CREATE INDEX ix_meeting_pre_reads_school ON meeting_pre_reads (school);
CREATE INDEX ix_minutes_excerpts_day ON minutes_excerpts (day);
CREATE INDEX ix_meeting_pre_reads_day ON meeting_pre_reads (day);
CREATE INDEX ix_open_documents_school ON open_documents (school);
CREATE INDEX ix_meeting_closings_school ON meeting_closings (school);
CREATE INDEX ix_closing_answers_school ON closing_answers (school);
CREATE INDEX ix_closing_participants_school ON closing_participants (school);
CREATE INDEX ix_voice_rounds_school ON voice_rounds (school);
CREATE INDEX ix_voice_taps_school ON voice_taps (school);
CREATE INDEX ix_commitments_school ON commitments (school);
CREATE INDEX ix_commitments_state ON commitments (school, state);
CREATE INDEX ix_meeting_guests_school ON meeting_guests (school);
CREATE INDEX ix_meeting_guests_day ON meeting_guests (school, day);
CREATE INDEX ix_going_rounds_school ON going_rounds (school);
CREATE INDEX ix_going_answers_school ON going_answers (school);
CREATE INDEX ix_going_participants_school ON going_participants (school);
CREATE INDEX ix_help_requests_school ON help_requests (school);
CREATE INDEX ix_office_slots_school ON office_slots (school);
CREATE INDEX ix_team_talks_school ON team_talks (school);
CREATE INDEX ix_family_summaries_school ON family_summaries (school);
CREATE INDEX ix_team_digests_school ON team_digests (school);
CREATE INDEX ix_initiatives_school ON initiatives (school);
CREATE INDEX ix_district_asks_school ON district_asks (school);
CREATE INDEX ix_pd_sessions_school ON pd_sessions (school);
CREATE INDEX ix_leader_weeks_school ON leader_weeks (school);
CREATE INDEX ix_look_for_words_school ON look_for_words (school);
CREATE INDEX ix_look_for_examples_school ON look_for_examples (school);
COMMIT;
