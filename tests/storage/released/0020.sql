BEGIN TRANSACTION;
CREATE TABLE "addresses" (
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	audience VARCHAR(255) NOT NULL, 
	address VARCHAR(255) NOT NULL, 
	CONSTRAINT pk_addresses PRIMARY KEY (school, platform, audience)
);
INSERT INTO "addresses" VALUES('sample-elementary','slack','workspace','T0SANDBOX');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd819597b8482111442b91cf55','U001ADA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd81959818f97ae9565078292d','U002BEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195985f690c5af924ea5709','U003CAL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd819598a0acbc0ff221a15058','U004DOT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd819598dfb5ab65e91966930d','U005ELI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195991f2fcad6aee85ff50f','U006FAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195b97a955c69d39413e479','U007GUS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195bb22bb701100a3fb35fb','U008IDA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195bbc1c6bab373db7f5324','U009JAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195bcc762049161e6c50c86','U010KIT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195bdc0b7a6ddc230f3831b','U011LEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195beb0f1d4c758e6b13edb','U012MAX');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195bf387aa22a484459b3bf','U013NIA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195bfa43ea6bf6a400bc0e5','U014OLI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c00a57702c649cdb5dbf','U015PIA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c06b39c450c845f7b9fb','U016QUIN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c0cfd14fc14b3579d8ed','U017RAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c12fd4a5cfce10bdfcfd','U018SOL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c18ffc9810505890f3b9','U019TEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c1f916f04f08705c430d','U020UMA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c26df65e12573d80a0a5','U021VIC');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c2d8bd2d349cc8cc98c9','U022WES');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c35ec6de7c5540806c47','U023XAN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c3cd1aecea4dc9784fa0','U024YARA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c43451490b0d6da2bd76','U025ZOE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c498a045bd195f08f22c','U026AMOS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c50638de330609c71761','U027BREE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c754e2bce80c625181be','U028CLEO');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c7d518360e485b805079','U029DALE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195c84f15d9ca10cd6407af','U030ELSA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195eee543949834bf633223','U031FINN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f01ed3af75a5386cc5bf','U032GWEN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f09d03c8374c9311abdc','U033HUGO');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f0e4536a3a2d7727cedc','U034IRIS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f12dc5502555f0baf5d9','U035JUDE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f16c87d92dc312754319','U036KAYA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f1a6c5bd0f8d0b49a914','U037LARS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f1e0c11220557fec0acc','U038MINA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f21eb5175be337cb8fac','U039NOEL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f257bb071ffe314613b1','U040OPAL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8195f29e126c1442cb06d241','U041PETE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:k-1','C0K1');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-2','C0GRADE2');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-3','C0GRADE3');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-4','C0GRADE4');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-5','C0GRADE5');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:specialists','C0SPECIALISTS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','ilt','C0ILT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','all-staff','C0ALLSTAFF');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd8195c1f916f04f08705c430d','DU020UMA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd8195f21eb5175be337cb8fac','DU039NOEL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd8195c3cd1aecea4dc9784fa0','DU024YARA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd8195bfa43ea6bf6a400bc0e5','DU014OLI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd8195f1e0c11220557fec0acc','DU038MINA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd8195c18ffc9810505890f3b9','DU019TEA');
CREATE TABLE agenda_items (
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
	CONSTRAINT pk_agenda_items PRIMARY KEY (id), 
	CONSTRAINT ck_agenda_items_provenance CHECK (provenance IN ('strategy', 'trend', 'input', 'member', 'team', 'carried')), 
	CONSTRAINT ck_agenda_items_outcome CHECK (outcome IN ('inform', 'discuss', 'decide', 'learn')), 
	CONSTRAINT ck_agenda_items_itemstate CHECK (state IN ('open', 'done', 'dropped'))
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0020');
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
	decision_id VARCHAR(32), 
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
INSERT INTO "audit" VALUES('000660dd81aa13be13c6866692195cf6','sample-elementary','2026-10-19 18:00:00.000000','operator','apply-school','','done');
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
INSERT INTO "calendar_days" VALUES('000660dd8198fd80f9166bfc3b7a7a06','sample-elementary','2026-09-07','no_school','Labor Day',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8198fe5c17fdc8a9fc4ab9b4','sample-elementary','2026-11-23','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8198fecd7b7c2bc0f8947cef','sample-elementary','2026-11-24','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8198ff2bbaeefa6910963aa1','sample-elementary','2026-11-25','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8198ff811f5a4ad77b9c1f3b','sample-elementary','2026-11-26','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8198ffd93ffb1c7381bb8e70','sample-elementary','2026-11-27','no_school','Fall break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199001f23e121da40a67f37','sample-elementary','2026-12-21','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199006f4586002ecec9facd','sample-elementary','2026-12-22','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819900bd8c690f2f591822f1','sample-elementary','2026-12-23','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199010b740044f44379b862','sample-elementary','2026-12-24','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199015603bb0707e9f3f57f','sample-elementary','2026-12-25','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819901994ff3d6f6c330aa3f','sample-elementary','2026-12-26','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819901e40d6d468417f2c745','sample-elementary','2026-12-27','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199023198c4c7d187e553b9','sample-elementary','2026-12-28','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819902766ad75673051f9b02','sample-elementary','2026-12-29','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819902b9eb2fa868a2d4ac38','sample-elementary','2026-12-30','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819902fc3e682952e7efc80f','sample-elementary','2026-12-31','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd81990347956a915d626a7059','sample-elementary','2027-01-01','no_school','Winter break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199038fbce9455a420b6a9a','sample-elementary','2027-01-18','no_school','Martin Luther King Jr. Day',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819903cf0d9d3fff6bae35b9','sample-elementary','2027-02-15','no_school','Presidents Day',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199040ecfef76f3df038ed6','sample-elementary','2027-03-29','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199045b298cb140cedbe307','sample-elementary','2027-03-30','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819924e903b17d07ecc4919a','sample-elementary','2027-03-31','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819925d6aea0bf3f2f4f76ff','sample-elementary','2027-04-01','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd8199266eef5463898109099a','sample-elementary','2027-04-02','no_school','Spring break',NULL,NULL);
INSERT INTO "calendar_days" VALUES('000660dd819926cdfacaa364228322eb','sample-elementary','2027-05-31','no_school','Memorial Day',NULL,NULL);
CREATE TABLE calendar_feeds (
	school VARCHAR(64) NOT NULL, 
	token VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_calendar_feeds PRIMARY KEY (school), 
	CONSTRAINT uq_calendar_feeds_token UNIQUE (token)
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
	CONSTRAINT uq_channel_health_school_platform_audience UNIQUE (school, platform, audience), 
	CONSTRAINT ck_channel_health_wrong CHECK (wrong IN ('unmapped', 'archived', 'removed', 'gone', 'external', 'closed'))
);
INSERT INTO "channel_health" VALUES('000660dd81bb74be259dc8cb07f28c8c','sample-elementary','slack','team:k-1','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'k-1','','C0K1',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bbf23cb817c92ebb156b7b','sample-elementary','slack','team:grade-2','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-2','','C0GRADE2',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bc3f7b508709abc5b5448f','sample-elementary','slack','team:grade-3','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-3','','C0GRADE3',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bc8dfd9a19708bb73b9a6b','sample-elementary','slack','team:grade-4','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-4','','C0GRADE4',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bcebf4a6ab12801c8d0864','sample-elementary','slack','team:grade-5','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'grade-5','','C0GRADE5',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bd3ffe4c25c2d6a3d4884c','sample-elementary','slack','team:specialists','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'specialists','','C0SPECIALISTS',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bd9750df87b8d80d9ef136','sample-elementary','slack','ilt','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'ilt','','C0ILT',0,0,0,NULL,NULL);
INSERT INTO "channel_health" VALUES('000660dd81bde218d65486b8522ea792','sample-elementary','slack','all-staff','2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','healthy',NULL,'all-staff','','C0ALLSTAFF',0,0,0,NULL,NULL);
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
INSERT INTO "check_in_series" VALUES('000660dd81a76286d54cdfc52bb80622','sample-elementary','000660dd8195f1e0c11220557fec0acc','000660dd8195bfa43ea6bf6a400bc0e5','biweekly','2026-10-22','14:45:00.000000',30,1,NULL);
INSERT INTO "check_in_series" VALUES('000660dd81a7634ef4073f2b07bc4f82','sample-elementary','000660dd8195f1e0c11220557fec0acc','000660dd8195c18ffc9810505890f3b9','biweekly','2026-10-22','08:00:00.000000',30,1,NULL);
INSERT INTO "check_in_series" VALUES('000660dd81a763bd929ed9b4b7ea2eb7','sample-elementary','000660dd8195f21eb5175be337cb8fac','000660dd8195c3cd1aecea4dc9784fa0','weekly','2026-10-21','14:45:00.000000',30,1,NULL);
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
	CONSTRAINT ck_decision_questions_questionstate CHECK (state IN ('open', 'answered')), 
	CONSTRAINT ck_decision_questions_questionkind CHECK (kind IN ('ask', 'concern'))
);
CREATE TABLE decision_receipts (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	decision VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_decision_receipts PRIMARY KEY (id), 
	CONSTRAINT uq_decision_receipts_school_decision_person UNIQUE (school, decision, person)
);
CREATE TABLE decisions (
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
	relayed_at DATETIME, withdrawn_at DATETIME, corrections INTEGER DEFAULT '0' NOT NULL, corrected_on DATE, 
	CONSTRAINT pk_decisions PRIMARY KEY (id), 
	CONSTRAINT uq_decisions_school_number UNIQUE (school, number), 
	CONSTRAINT ck_decisions_authority CHECK (authority IN ('ilt', 'principal', 'faculty', 'mandate')), 
	CONSTRAINT ck_decisions_decisionstate CHECK (state IN ('recorded', 'relayed', 'superseded', 'withdrawn'))
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
INSERT INTO "duties" VALUES('000660dd819722d800ab50f5d2a6a8c2','sample-elementary','000660dd819597b8482111442b91cf55','ilt_member');
INSERT INTO "duties" VALUES('000660dd81972336f9c000eda7778be3','sample-elementary','000660dd8195bbc1c6bab373db7f5324','ilt_member');
INSERT INTO "duties" VALUES('000660dd8197238c805f2473931925b8','sample-elementary','000660dd8195bfa43ea6bf6a400bc0e5','ilt_member');
INSERT INTO "duties" VALUES('000660dd819723d09441d43b5718a311','sample-elementary','000660dd8195c18ffc9810505890f3b9','ilt_member');
INSERT INTO "duties" VALUES('000660dd8197240d9c2b635706b31c25','sample-elementary','000660dd8195c3cd1aecea4dc9784fa0','ilt_member');
INSERT INTO "duties" VALUES('000660dd8197244afa9a6d0ea123d139','sample-elementary','000660dd8195c7d518360e485b805079','coach');
INSERT INTO "duties" VALUES('000660dd8197248fd1a34b2d28b0dbae','sample-elementary','000660dd8195c7d518360e485b805079','ilt_member');
INSERT INTO "duties" VALUES('000660dd819724d5b5aaaa2b4b22c9a3','sample-elementary','000660dd8195f09d03c8374c9311abdc','ilt_member');
INSERT INTO "duties" VALUES('000660dd81972511f461c19c040fc602','sample-elementary','000660dd8195f16c87d92dc312754319','ilt_member');
INSERT INTO "duties" VALUES('000660dd8197254d554289bf66e7c465','sample-elementary','000660dd8195f1e0c11220557fec0acc','ilt_member');
INSERT INTO "duties" VALUES('000660dd819725889a6d035535987b49','sample-elementary','000660dd8195f1e0c11220557fec0acc','school_leader');
INSERT INTO "duties" VALUES('000660dd819725c165bad1c07af3abd9','sample-elementary','000660dd8195f21eb5175be337cb8fac','bot_admin');
INSERT INTO "duties" VALUES('000660dd81972605db973ea3dd480e86','sample-elementary','000660dd8195f21eb5175be337cb8fac','deputy');
INSERT INTO "duties" VALUES('000660dd81972642eb1c900711f2c394','sample-elementary','000660dd8195f21eb5175be337cb8fac','ilt_member');
INSERT INTO "duties" VALUES('000660dd819726853623d17757ad1161','sample-elementary','000660dd8195f21eb5175be337cb8fac','triager');
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
INSERT INTO "ilt_seats" VALUES('000660dd81a4d38fad32398ef757a2f0','sample-elementary','000660dd819597b8482111442b91cf55','rep','["k-1"]','K-1 chose its rep in May.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4d5621ce59a20ef78e0b2','sample-elementary','000660dd8195bbc1c6bab373db7f5324','rep','["grade-2"]','Grade 2 chose its rep in May.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4d6ba963ec85a8ea5a6d3','sample-elementary','000660dd8195bfa43ea6bf6a400bc0e5','rep','["grade-3"]','Leads the team of Grade 3.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4d7ef18b866bf3ab6ef20','sample-elementary','000660dd8195c18ffc9810505890f3b9','rep','["grade-4"]','Leads the team of Grade 4.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4d92fab54f76a49b730bb','sample-elementary','000660dd8195c3cd1aecea4dc9784fa0','rep','["grade-5"]','Leads the team of Grade 5.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4da704a9621296e01f936','sample-elementary','000660dd8195c7d518360e485b805079','coach','["specialists"]','Coaches math, and is in every specialist''s room.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4dba37e161742f9c992a5','sample-elementary','000660dd8195f09d03c8374c9311abdc','special_education','["special-education"]','Special education is heard in every decision.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4ed1b83ca355b3eb7feb4','sample-elementary','000660dd8195f16c87d92dc312754319','multilingual','["ell"]','Multilingual learners are heard in every decision.','',NULL,'2027-06-04','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4ee87a685642380b757a8','sample-elementary','000660dd8195f1e0c11220557fec0acc','administrator','["office"]','Leads the school.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
INSERT INTO "ilt_seats" VALUES('000660dd81a4f0087ecc6b9be1d81dc1','sample-elementary','000660dd8195f21eb5175be337cb8fac','administrator','["office"]','Answers staff input.','',NULL,'2028-06-02','active',NULL,NULL,NULL,'','[]');
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
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd8195c3cd1aecea4dc9784fa0/2026-10-21/d9edf9410ed1','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd8195f21eb5175be337cb8fac/2026-10-21/d9edf9410ed1','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-20/1345','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/reminder/000660dd8195f21eb5175be337cb8fac/2026-10-20','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','meeting/2026-10-27/call','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-20/1900','2026-10-20 19:00:00.000000','2026-10-21 13:45:00.000000','dropped');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd8195bfa43ea6bf6a400bc0e5/2026-10-22/f1a7463633b5','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd8195c18ffc9810505890f3b9/2026-10-22/4b83e387764c','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd8195f1e0c11220557fec0acc/2026-10-22/7b713e75c47f','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/anonymous/2026-10-21/1345','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
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
INSERT INTO "known_channels" VALUES('000660dd81b9effa8edd0a2fa82ae267','sample-elementary','slack','C0ALLSTAFF','all-staff',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f0c6d7ea85136425e32e','sample-elementary','slack','C0GRADE2','grade-2',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f1322051eaa39ea1b8cf','sample-elementary','slack','C0GRADE3','grade-3',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f187453f9b792cab7d9e','sample-elementary','slack','C0GRADE4','grade-4',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f1d22162c7bea1976e05','sample-elementary','slack','C0GRADE5','grade-5',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f21fb0f2ac0b37494bb1','sample-elementary','slack','C0ILT','ilt',1,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f268ec3e85736d7566f7','sample-elementary','slack','C0K1','k-1',0,0,1,0,'2026-10-19 18:00:00.000000');
INSERT INTO "known_channels" VALUES('000660dd81b9f2aa3baae1a382613ec1','sample-elementary','slack','C0SPECIALISTS','specialists',0,0,1,0,'2026-10-19 18:00:00.000000');
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
CREATE TABLE meeting_roles (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	passed JSON NOT NULL, 
	CONSTRAINT pk_meeting_roles PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_roles_school_day_role UNIQUE (school, day, role), 
	CONSTRAINT ck_meeting_roles_meetingrole CHECK (role IN ('facilitator', 'timekeeper', 'recorder', 'voice_tender', 'relay_lead'))
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
INSERT INTO "meeting_series" VALUES('000660dd81a6a1fb1688cf50c90bd181','sample-elementary','ILT','biweekly','2026-10-13','15:30:00.000000',60,'07:45:00.000000','13:00:00.000000','14:00:00.000000',NULL);
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
	skipped BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT ck_meetings_meetingstate CHECK (state IN ('planned', 'called', 'drafted', 'published', 'closed')), 
	CONSTRAINT uq_meetings_school_day UNIQUE (school, day)
);
INSERT INTO "meetings" VALUES('000660dd81e6695ae6722e4d9b841090','sample-elementary','2026-10-27','2026-10-27 21:30:00.000000',60,'ILT','called',NULL,NULL,0);
CREATE TABLE "memberships" (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	seat VARCHAR(32) NOT NULL, 
	is_main BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_memberships PRIMARY KEY (id), 
	CONSTRAINT uq_memberships_school_person_team UNIQUE (school, person, team), 
	CONSTRAINT ck_memberships_seat CHECK (seat IN ('member', 'rep', 'lead'))
);
INSERT INTO "memberships" VALUES('000660dd819706ad76fcad94de5a347e','sample-elementary','000660dd819597b8482111442b91cf55','k-1','rep',1);
INSERT INTO "memberships" VALUES('000660dd819707a89a57d170b698d894','sample-elementary','000660dd81959818f97ae9565078292d','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd819708003cd64ba70f4d937b','sample-elementary','000660dd8195985f690c5af924ea5709','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd8197083c61568dde976ff369','sample-elementary','000660dd819598a0acbc0ff221a15058','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd819708709461607ef67fcbf8','sample-elementary','000660dd819598dfb5ab65e91966930d','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd819708a6c524dee13d87c116','sample-elementary','000660dd8195991f2fcad6aee85ff50f','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd81970962fa41b04137d56a45','sample-elementary','000660dd8195b97a955c69d39413e479','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd819709b9b44dcd368a5c5ed7','sample-elementary','000660dd8195bb22bb701100a3fb35fb','k-1','member',1);
INSERT INTO "memberships" VALUES('000660dd819709f80d8098b94db75c30','sample-elementary','000660dd8195bbc1c6bab373db7f5324','grade-2','rep',1);
INSERT INTO "memberships" VALUES('000660dd81970a2dc4e3c4b54afd280d','sample-elementary','000660dd8195bcc762049161e6c50c86','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd81970a6ec0fb0bdae290dae5','sample-elementary','000660dd8195bdc0b7a6ddc230f3831b','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd81970ab8985f0ca613d667ec','sample-elementary','000660dd8195beb0f1d4c758e6b13edb','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd81970aff8140cf93b281f468','sample-elementary','000660dd8195bf387aa22a484459b3bf','grade-2','member',1);
INSERT INTO "memberships" VALUES('000660dd81970b4b4db95b15d0cd4f4b','sample-elementary','000660dd8195bfa43ea6bf6a400bc0e5','grade-3','lead',1);
INSERT INTO "memberships" VALUES('000660dd81970b886571db5d646479c7','sample-elementary','000660dd8195c00a57702c649cdb5dbf','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd81970bbd6ee96ad99af48898','sample-elementary','000660dd8195c06b39c450c845f7b9fb','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd81970c2beff8447c47acf662','sample-elementary','000660dd8195c0cfd14fc14b3579d8ed','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd81970c7017b0cc3645983c26','sample-elementary','000660dd8195c12fd4a5cfce10bdfcfd','grade-3','member',1);
INSERT INTO "memberships" VALUES('000660dd81970cb7ad8f79d826323c9a','sample-elementary','000660dd8195c18ffc9810505890f3b9','grade-4','lead',1);
INSERT INTO "memberships" VALUES('000660dd81970cf38d08a2597b699bde','sample-elementary','000660dd8195c1f916f04f08705c430d','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd81970d2bce5f5acb0a36ecc2','sample-elementary','000660dd8195c26df65e12573d80a0a5','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd81970d63a23cc9af92f298a0','sample-elementary','000660dd8195c2d8bd2d349cc8cc98c9','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd81970da30161cd998761950d','sample-elementary','000660dd8195c35ec6de7c5540806c47','grade-4','member',1);
INSERT INTO "memberships" VALUES('000660dd81970dd784874c52f61ec53d','sample-elementary','000660dd8195c3cd1aecea4dc9784fa0','grade-5','lead',1);
INSERT INTO "memberships" VALUES('000660dd81970e0b2a013c65b31c009c','sample-elementary','000660dd8195c43451490b0d6da2bd76','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd81970e3f7f7505674d69381f','sample-elementary','000660dd8195c498a045bd195f08f22c','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd81970e6f2d28e98938f35b7a','sample-elementary','000660dd8195c50638de330609c71761','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd81970e9e137e6c0837016af3','sample-elementary','000660dd8195c754e2bce80c625181be','grade-5','member',1);
INSERT INTO "memberships" VALUES('000660dd81970ece793cdb48d2c48cac','sample-elementary','000660dd8195c7d518360e485b805079','specialists','rep',1);
INSERT INTO "memberships" VALUES('000660dd81970f05d81f21451a8f0039','sample-elementary','000660dd8195c84f15d9ca10cd6407af','specialists','member',1);
INSERT INTO "memberships" VALUES('000660dd81970f35fcaa208c373bf777','sample-elementary','000660dd8195eee543949834bf633223','specialists','member',1);
INSERT INTO "memberships" VALUES('000660dd81970f6c29042fedcb7dafbe','sample-elementary','000660dd8195f01ed3af75a5386cc5bf','specialists','member',1);
INSERT INTO "memberships" VALUES('000660dd81970fa3b8c434291c630a6a','sample-elementary','000660dd8195f09d03c8374c9311abdc','special-education','rep',1);
INSERT INTO "memberships" VALUES('000660dd81970fdafed55a8cdbaf1f34','sample-elementary','000660dd8195f0e4536a3a2d7727cedc','special-education','member',1);
INSERT INTO "memberships" VALUES('000660dd8197100ea722a42db93af78c','sample-elementary','000660dd8195f12dc5502555f0baf5d9','special-education','member',1);
INSERT INTO "memberships" VALUES('000660dd819710445169e1a48cb0ab6a','sample-elementary','000660dd8195f16c87d92dc312754319','ell','rep',1);
INSERT INTO "memberships" VALUES('000660dd8197107d80f2834d71b12bb5','sample-elementary','000660dd8195f1a6c5bd0f8d0b49a914','ell','member',1);
INSERT INTO "memberships" VALUES('000660dd819710c27fa68eed93f35e70','sample-elementary','000660dd8195f1e0c11220557fec0acc','office','member',1);
INSERT INTO "memberships" VALUES('000660dd8197216af0d73b86b0f389bf','sample-elementary','000660dd8195f21eb5175be337cb8fac','office','member',1);
INSERT INTO "memberships" VALUES('000660dd819722032db784675f0b8e2d','sample-elementary','000660dd8195f257bb071ffe314613b1','office','member',1);
INSERT INTO "memberships" VALUES('000660dd8197225e63d0f903a50f9b3d','sample-elementary','000660dd8195f29e126c1442cb06d241','office','member',1);
CREATE TABLE numbers (
	school VARCHAR(64) NOT NULL, 
	series VARCHAR(16) NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_numbers PRIMARY KEY (school, series)
);
INSERT INTO "numbers" VALUES('sample-elementary','input',1);
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
	act VARCHAR(32) DEFAULT 'post' NOT NULL, 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT ck_outbox_letterstate CHECK (state IN ('pending', 'sending', 'checking', 'sent', 'failed', 'rerouted', 'expired', 'dropped', 'unsure', 'merged')), 
	CONSTRAINT uq_outbox_school_key UNIQUE (school, "key"), 
	CONSTRAINT ck_outbox_letteract CHECK (act IN ('post', 'edit', 'remove'))
);
INSERT INTO "outbox" VALUES('000660dd81d5de38fd697096610adf53','sample-elementary','input/000660dd81d46f18f53738bbff7f5bb8/receipt','person:000660dd8195c1f916f04f08705c430d','sealed1:d312012f:bxiDysmlEzsQScRq3_5n6aRZ_HRfFfXGIF1kbcp9nk5C9qrfZ45KKLlAZGhRx7T7P8CIVrZu9m53q4XXCpMchV4XaKX7iMJNsO6GqQdvPwjyLGK3HLf-CNyahKCDqVfRraAtYz1T5yzOqmrn3qnXJuGKaPNTOGH08LjSvNahWKYe2vOPdAc0ciVXusSPvqB5CGc4Wy5iQec9VcfjyQ5mSOzHqaj-4T-N-ryLwevxjUCtZWH73l2U5-diIUJ0F4vFMY0JmkkQFpiNklZEsEE6EJHM6Ee3yaO3Adaq-HSyE3h03PgRBnd4DLT4AKu35-PG79UslNFeB-4JIPmolnWQu6TECh0XIqNv9t8txvPf0OIhB2HGNXJTnBKN0BkyylcHfSZ5Z0uX9KBs7tFD06zTiyU7uGjEoe2FgGDArgWk0D3_pPnc3iEXwN4HMtJkEFLDNoXw74qGfa629_uyZI3fjXhKIKrAW_e7iFIAFlFetLLj7VrW3_1zB25cM1EAFDrsmaRzNV44yxtuik1R4etYneHhp_7Fqdmevcf7rS9BL-vm97pAM7pYOcaS7njs0_6lrLIPnYwgbT8uzHHz4D9b70yKDR-_pMTEP171ADOY1L0ZHNfcNyIhps91jrMsirx20m1PzxoKduPU_YtQ0J1Inbp3DDvKZFaZHE938D4AboEcY8fvuR4KWF65EWrXuHs_r1OX7PrTRKM2oSpN33J7WmCUzZ1igN-lUGmFJP8ENmtrYGLCsQpeDwJOKzK1M00-9OXaYrchVZxj9z1RmAsKVQ-t-sgbbkYDvjOAuSD4z-lMhMjVVsDsWsEQ0Rc7EUsLAC_GhI3XA8edUlrbT409kcFMRjTo3FTvrk52Hqzc76QPL4bTFKcmG7kASWUDqmkn4Tnuc5rMjzZSUcdgsaMZa7M9fiyOveGptfIylSVJz-WAfk8wp1cFPXrlSzyfjm500JK08PoyP8tjFSTzYkHR0zC1BNNh3o9AwkCPsAcNY9Ab9VUpHc0IOEIcMFepHtM3T489wlnF2wG996QMK1EGctNmpuAAEM5dkUuINk-V6PA_Reo0xBHU28ucEOUk2h7vtdpO654Eh05DZmb2etT7l0du7VnkovlPlJPKAqX7LDZJZeszYvE5TgBdwXlww9ToiTZKdMubLZwLiZrUXoljMxxEZZupp_N6RU3Nkf9qnoAq5R0=','slack','sent','2026-10-19 18:00:00.000000',NULL,NULL,NULL,'again',1,NULL,NULL,'2026-10-19 18:00:00.000000','2026-10-19 18:00:00.000000','DU020UMA','1792432800.000000',NULL,NULL,NULL,NULL,0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81d6dc92b0a50274c188caea','sample-elementary','input/000660dd81d46f18f53738bbff7f5bb8/card/received','person:000660dd8195f21eb5175be337cb8fac','sealed1:d312012f:_-A-5Xq9wpjGFc3YOMjxKahTZRymgCxA1qi-NHyXNtPcXQ6N9QGlAoAZM1FrlZVWvXuiIrbA7efmq2ynO7sJe3-qw3PO_Ifw86zHPXbptsavETyZk7nF6VyA84VvZXYYdQFbY9YImzJwtDye7A4jnE7SerVb7J7thub-BP95lV3SKnSUydKdBH9dNpUpGyiIjnSPp001BfUKNpbELOxJo0_fVGs5hRozFH6Rrha_49ZAuh-r8fJc6-jPZ7ZpjrwYXxh2aKcamztpy0APtHe6RkcGK0idZ5PSwdHwICw-aCyjBeI8XOyh6eEUKRSmwNLh_540P5oGV-IR4R5DToJ-jQDjT4LRsZWF2Uguq_eTSngLfWjN1DOFgouxMpso-RYolee_8FCLcQZwd5EgjVppOWe7RyvcmmxdjO-lflHcg2Jefuc_xH3SoVr7FPSfgtOPrW7CfsNwohCT_fozA6-vuBekhSZHA3nApf2mscX3PR0nevoRKm6Da_7NIz8611Y7ZYPxXNG-ctPYyYjBuAKGzU-j-4ABlioi5J_Vrvyt41vLyaikit_5R_UmOf_0KXhAaclJwMOMSGy-_Zbvi2EWzLi97uq8izLqQRBJU2HJXyXxQAWBBUB-f3j1QyIpdVaejr2P2cKN06RqtyTypVyeewp6o750IFEfkCNw6B-6Mc5HecKtTtuADCs7obzBVTLGaiE8HJDo_sCWl5R1uae4VGpc6Jup0AndCsC3u4BE2gh_i1gF7SpYHtd76i5sx2YGvZMGuEiwO_uEl_9dtHrrt_tzlOQQef7Zq7vzmZh1F4hsJS4EmxOs5JJifXb2VDD0lkv8J0CIDPbY2BcmsvCwHeZO3x2sNt6jU5hUba19V6TGdMArzpMEADX0b8-o0QGQ6dZaON8GNUM3WZV8MNbSthisxsZHCyheszZJ2x7snPa5PFhWV5pbrnc23gckq9ejDWCvrpS6oCQDo8ArMXfExbgP7gkxZ38z_XM3jiIHpmn4mRKgGKNfv3SAoYZ6sdFmr0Trq-pzdM1557D22Ts9Ifrz4eJExJgEppRtI8GIgR7Wcv5fuu-6XKE7AJX-NOK1AwZRngFTI1BDU3UVvD9qX5r5lVuOpWckNmxdDGQB1E28BomAEIciOM7Qhr-F-lnhm1pnSG_m4fCOfIPlN7T3yD4jCU13SMth3VsH4NapI_V2Qr-NtfYKkiXpExApqna_9gzTH-4IbZre2e3iwlmGsriH7bpBtsqGzfOEEq7ME8Xnt71me8veFX-J_MFSP_5LwYe6gOR9MOJhmLi1cYc5cRNbth9Wy0hZ93od2l8lnjCcIQc3mgFKh_ReZlX-bSKHJSRHKkvdd2kvmT6Ux_OniEo3K1p4J89wvcm1lBJD1oRBMEPrh_5ujmtf2ksVTRX1L1AYhAi4z3HKZMX4W7bBKRf-U1pd6rTzFQTI8Q00JU45pP4hZr7ktOIUQEJ6WnBC9VpV6PqumXnZTad33qh_QU27KMBHTvWg','slack','sent','2026-10-19 18:00:00.000000',NULL,NULL,'input-received:000660dd81d46f18f53738bbff7f5bb8','again',1,NULL,NULL,'2026-10-19 18:00:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000000',NULL,NULL,2,'2026-10-19 18:00:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81ea99eba9a885856c512b5b','sample-elementary','checkin/reminder/000660dd8195c3cd1aecea4dc9784fa0/2026-10-21/d9edf9410ed1','person:000660dd8195c3cd1aecea4dc9784fa0','sealed1:d312012f:5gWMt90rWSZ-TYIPe60nFGvrDdXLFi5Ko_jt8eEyj3uX0tuM9pTSIIWPCRRLZJZ56-DJv_5cq-sgbxAXAgAhfBnJVm0EcdkDAcmscPSFV3TqQpQm_9fSkgRuCWO6SM0KJqH3d3iJcF3HGaDYSEbNvpCHv70wtmcEZSJoWz41hRkJCshbpljc-MDf40QSRJvleOd8zrToYGR2WRFeUeBOFqkIC6JjDgFCOHzxXFddx6ruQ5rqNJl59HVg36y48RJUxZm_KevCQqpd1dhE4Y_Pz__bXdJnNkpFCOZ-8Wx-1lmMzA__h9ZQF99rZ4uU2su-VC0_rVz6uKksxF-YtR_y0XDVin-66yI_Usg0h8-_HolcbOIZeOVKInqx-MXYJt-_W0O0eWS2YF_pvFzSjYvf6YWlWbysslwcqNWRNkyFmbAZZz_1jvuNJ1kWT1b94KtmFxq6AcpggAxW52drl6ajKkRWBJZd0UCfkYtHvONOlSZ-Qu5XXKcGm8T6M9_3tVGMtdWtW3UrwhgyOUfHiUwHN18IwG_v60_G-NlZbg2dY2LYnhxukmE_44MBJNLlqdu4xYkpSAoXgkrwd4qXS0gf2wNIZ8wsbtmL-TSI_ION7-YVFd5CEEeBIhaW92RIZbNoLm50Por09g_0W6gKuxee5G8KwYsYLn_qhoLXqeJTV_oZw85XeAhoudxNnZadudIMHuyeeGqbR2v7-8W9RAHBBohT_Q-PUKsuucyHpYsb5eneVlmTI1WGe6RW96X24Qihy_sB7EA6f1p01V91LHA1KHQuMEfsf2zoAEai_RQxurKsMicyL2iCqKdjwXEdQolDXEDtwEYeJ9CicnmCF0R3kR5zFmodGnBOTRT8FkTJpBp9NBx2IbCIS5PklN6rgxCICIxruu69WGA1KE1Y0H6z_SZB-aCQ8Ui_OFs-pkYzeXxLbcpUQpnd0crJE14CTncL7wM7e4cvrnbUbQXGmoebCpTpdq3T8KXfw7U3hdAhU-f6VkcpZPprz9M1sW08m--7Z85PPgvGemXpj_owBFGJueYus7hFwoeZ4_c_X8ctWVIUkxmVJvom51009JXW8e_Nql7sufp_hKcjddlIuMHRpV8bGqQR0nyM-gSr745ha7IVxOHMmTRet-OjtFwzC3WrVobU9bXxQVwAVdH-MzE030DUmQwGQ-57Re2gDftGB0CklTXy479wxue0GYtUHIIhPGNYtXc6jMyHaJaqsoUfE5ARFwY0rj-MqD3apq8cMKpZxkwpLhcF7B2N0pHZ4q5M0_K72Sg-cOyF_y1dXW7v0Ufwv_VB','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 20:45:00.000000',NULL,'checkin-day:000660dd8195c3cd1aecea4dc9784fa0/2026-10-21/d9edf9410ed1','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU024YARA','1792503900.000000',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81eb109034d9d8f7289660ab','sample-elementary','checkin/reminder/000660dd8195f21eb5175be337cb8fac/2026-10-21/d9edf9410ed1','person:000660dd8195f21eb5175be337cb8fac','sealed1:d312012f:hbpsLgD64LXYGaKm5cVpsXumuEqNiApDDKKdNytxy25jS12p9y456yEladD7np4yrdEUK_5jopXpXqNiMocfd6YJt_2WpbyFCuJXx9hhnWZez0nY1jlGOUN5WTJ2ymn18GKbPTcHrVsFZVObloJ_8RKzze-YOi3UIBjm2cNREGeCSQ9_q60gggIrrplyRUM7G7W56Vpx6SCyjgcxL6uCVWuzmghYNbv2IFPON-7b_rtzMCrnfpCr70uVdzOwowPnBYomgwmIgTCEzZ62YzhwLLiTXga5qsmhy5l4gloO-qVf_YaU0ueLUdrNg6VW7dB65s1zcnOmh5ZqnZPfco5ZG8dloF6axx921BJHzW1pdDrQ0PXZrohbBiWf8mIxftYr0DEnfYJS45ZO5barwIyYgQgQYqWfGbo3BMKZoSBT0Epf3iiNQtiA3FBHkeaDcQjm-vbzJqdUMWvrBeqZOFBWXrin1TJvH8COo1VMT--dxR2-JQtBmQ7OCtEAPEs6R1OSoNyvcmq_b0ErO-WKLaoasQ7sBkkyRqs6EK6Krk70bdQ5XlIlbqzucmXSRinch1msoZAoTttqm7JemZNDVliJRqHtXpYgw3kO3BJn6AGtU_5pAeS2DJIlRzw55CR-nH-40kpD2c2nCV2yQwlI0WCMv3B8ojk6KNFDHOIACw9YN1unex1-S7ARjlWyS4BBAnDYFJSH2a2uhybyCpkx3oXwJJff4RneX3aQt1d-hdbzenUeuEfNMS7lx2t3BKa8tyTId1bYGlQsTGyIbXEUn0S7ay2urqUfeKEnpJI4d7XLtWdAyWkYQfjQQbPMxNElv-gzqqSBx_hK6JSsLdVae6bIwaqcsfKdOe9jYPjcoUBvnwP-jB7XEeNItZ7cDmr1YnjU6DomDudA-dK-PjqEtD4p13hBtuzNSr1r966eKs8Jqeshyg55GZkk4zESHW7UhYsOmNLHCgj6PFE9hN5GHZEegHJGsmkqtj4jvwVESmDUvQkwR1Q_uvWSSapCgciwrykeKzaLARBQ-V5xqQIp4uuYUXhydaMYSBJm9Vca4Khuuvp_obm8ev6rbaFIxnt4Mf-4S5v1xK7FIzF5eqq8E8x4-CZLMnf4yAT9i273TAvsvleS8pU7UvdKA8uWf6D9hGW9lxkQKdBQa_PUKdwNg1N17tSRUBlp3bNaITKCuUmhS2IOxc3eZb6DyqGeypGAz5OPDBknH8ccFHTqFlzDccybk8_CunRdhu53uqsDPVygqVyNU27V2tQuLCO3fTfR8PT0zxCvey_WElEoz92czWlG7M_3jvr98Q==','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 20:45:00.000000',NULL,'checkin-day:000660dd8195f21eb5175be337cb8fac/2026-10-21/d9edf9410ed1','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000001',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81ebd34f86577b28cc57f51b','sample-elementary','input/reminder/000660dd8195f21eb5175be337cb8fac/2026-10-20','person:000660dd8195f21eb5175be337cb8fac','sealed1:d312012f:sLzR-s61ykOwkuCw-Yr_SaormMddoKxmkPIx0zmLRBSNfDdMiaTGG47IdqZNQdiK-ywaeMAyUMsq63L3LnUvMQPgg455KmlFOL8bzJH8gGrf2XFjRRiYk7P-onCP2w1Mzz9zF5FjB8T5g2PsAJYBMujKjA8gIcRnKptHKDEzSddF3kZu5vYhDP3kK1FkkgqlRAV4aZNhQ2QEpKtgsIVreSFH9hKEWATDawc6AqwskTCPDbZ-xwP8Txeze1eIJL9CSQfvis7A1anGCvKm44CEObSfocNEeqGDF_YrlV7HB1h4D8L5cxEvcvbpROintnrTiOuOsv7epLCiQ0gAP1Tsbofy7tFtLCUXQ41hT8OFp72SvlhBKdKeQAOiOi_4epMkq5rIdDsjXiK4W0DQU7W1oxJQwbW-NRrcSK-ood82ETd0EyVZ_DqkxzLhFTBTPQEIHGgA3Gegn322QnpKHip6NVOeT66yBALewtwEpB3Z9Iv8pT60jZWiew_rku82FAg0hipNhecyp9_Q9lDd-HwJWX24TOXH0j2ZWz-9tBtpf33m7uqldioKowgxA70ci99ZhFZ_XbC4SmaukktvPCSOvAG9qSfobghb78XacVTIRlzguZiAuNrTzwPeErF4RijkMQvVfnOBbuI=','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 21:30:00.000000',NULL,'input-owed:000660dd8195f21eb5175be337cb8fac','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000002',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81ed3a3fc8a12f6f7244a0d8','sample-elementary','meeting/2026-10-27/call','ilt','sealed1:d312012f:Nf03849kSWQkk1qvIEz8b1TIn_t8axw9PDG4OUNVmIbNjkha_5drGZOxVahAKW8z--sISkMNbmX_MQY6ChfQySlc5J2ReDKrd97tuFIhxLe0hWp_TNMG6WLGYSmJS1Rez0oZmxnD2hSpOOMrxaY_pJmXa8xXUUxb2cq7iq1gbJvtgBeAxx4plufGjVZepOr26zi2Lkf04R2P2bOGZ_yWhKSAuSBywcTVmLaTpPWeCKENJZAxGsS-BdnClAPYqf1-MD424055Th4MvLBua-hj--2tPDNzrP1rK7ldoC3GMM0cDeYb-TvgFG5_qVIdRNXhxv6SQVSnT51CSXxiMAXqHclLLdK0VLS-4BKrO9tFUftDc-vigz49-Tvy-_AG0ctPkIP4UP2De82aj6rl8im0l1zFgShr9DAd0LtRjce_P4Nn_OZUBIDo0bLXd5QjishKH-6BpY2Qv4Dllb_xgqDr74ohGkijH3bht3ofItRd7rvbggn_MR5gWz7GON5zm6rfurRSq_I5X6TpctLRGSRYRs2bZbpa55steNlJ0BLk09Gtpkui78_VIgMXkGqbeoAITRfcrFAw1d5fla9drAJmLrvfoA0fR2qbkiX9sk-KtxCOc4W-b1d1SItTI_P4X9Cqyq4FAGSIwb9BAT0jqHAxQlIildUXSJLs428R3cas7-X8mcCiJclJO0aHup7KnEt2J_ANATponwl8J-aYwO9FxicfKq1rpQpYzEbeDlTn5OA1qLBLOJyahehLkU8SWbCiW5Rah0XuafgouVlla5BOo26GfUbDJRExB2Okm3na32RsWPrbqViWA4kO1fsKRvZ7RoNlrvqQMbuyeAlE-EF0WjDA4DWgNjJIlE2gcqunGVJDOXdczoShl4VSxgxgc2wQzC3Y0LIsrysCJ96ZuNilr2UjtcVL5ZVg7O4PUyE0r4KZAd0Ys8vo3QbayzAqgsPXrMH31sS2ILK0roI1z1h1560KS7FHWZ7hRRkOszL-T7gIp4de2IHeC-cHfLIg-NaT_3G8CJKL-lJS_aZR8OqiulV9mkSQvOn9GB5eaV6RXOuqirjqTC1bhhVMhTSR1as1PWPzGoakbZHpXwwPtrbASrmKVpikmOCK8yEe9e0JVGJOuohK9hiw2GfmOtdKBHNogfADS3WDQXUKoIy71_sZQnOb7IdY9AeWmjYMIIFLNACE4kPRZUBqZsRMEHIzcRxB92DmUqE5-A==','slack','sent','2026-10-20 13:45:00.000000','2026-10-23 19:00:00.000000',NULL,'meeting:2026-10-27','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','C0ILT','1792503900.000000',NULL,NULL,2,'2026-10-20 13:45:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81fa5878e12cabf0d9abb3e6','sample-elementary','checkin/reminder/000660dd8195bfa43ea6bf6a400bc0e5/2026-10-22/f1a7463633b5','person:000660dd8195bfa43ea6bf6a400bc0e5','sealed1:d312012f:FlfU7qInIb6yXI6KyR56qUbR8AcbLzFguPOoaZ8RoWxV0MaFqDKpvf57KOn45_BNqs-pFILcDC-01V6QNLDbzaSpAFkzTBPSY4_oMJb4vO59yTtUm4UPa8Rwwrly1YJnJclX-g4rGg4cE_7Ns7kELOcMqv4UY6h8829STSt0sxYc0PfTGXmGUsKJEr-dAWIHfIkJBEIyBZ2At6G6AlpQMOOu1BSsOn_M6HFk1JG7_a7ajM7XYcPCWRFOf75XBssYw4iBrA6t4uHdpkDIhzEL70XglN368RGoQQFHwHMo8Mma_wVHxFmZ4UVYeJ2m00gDs9ORHdHL0rJaGi5ZrcL2-k7OC7WndPSofmJXrQJjN7BdCZfgbZeD_nGlJejmR8LVB4Qf9iNaryDfr8DRGckAS-6pdKjEcfJwOVOWbscWshUdkUoRkG9roLogaDOvu3-hLrS6Fedg-jvUEvNexBN7sJ6sXUrArZYv__eiZKGdLhldwi0Pn0l8Ze6nX6DOUIQXxdN1cU_3scCmq5mrtu-F0C6iHitGNWu76ONhm3H2_c5JiYEMJeYuo8zdIeUsku2rgkP7GOXiuP_Qbw5HQ352quUICWrrBDPE-jBUOxfxoPlmfoFyEBYJpsson5OTt89QwdHvn84dxF9c62OjYjOWKJsBCnoDFOdYbDnv7sBjgIoC-Zy5MUTyF0XUosZa3DGu8PeXD5RG_lgUZhxZ4gdx8ecrgBoEeMUWYA5cQfx4C-wD1yI5h7kBAycaYBcwFZucOcnmuSxiOXU3FdK0tRS8wiCEFpcqoqQGGefQoIqPP-9oFouT_mlKJ8fVKxEFOoEs5M2DfpeRcCBeaEEQ7PDAut3rRCHBvIykejZ-4Eza9JSY2DBifsS0u3eBZ5a1XagVQ0GMF07vfqX1JI_0bsZFFT42AcotgmPLdEuo8nquem4vI3zCCHTsJB76wl_Lv46vUCrUcCzRHI5Doq0sT4Nbc0U5u9WLvyvgI4mdW8ZLbc2lrb-dpw8sZEtRP_lGmgpu_X7s_F9YBWnPQGDiyfM41OCdEex4qMuGlK-2jcau2S1HmjJUw0wGAy5Q77ruiy98KVoyRAIxYENiGD3CGOzJoLrHa7FZzpYajxo_ggGayyXn8XC1ZuWq67q-czvsW-9d3O8I1rXBXy3dP2Yje0ZB1jg63oC8CJZjf3TUjAbILXZ-bBnyFwi2T4JsIKoh_UNWbFWjCoTuCAOcWeky4co6Lxg69lz34drJ-pqpT2pjJlDOVyFylA6aWdwVTUWzVbkVFqioqRSfttjfyPAFW-5FdIha3wvennc=','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 20:45:00.000000',NULL,'checkin-day:000660dd8195bfa43ea6bf6a400bc0e5/2026-10-22/f1a7463633b5','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU014OLI','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81fa9c1e3213125062cd2ce6','sample-elementary','checkin/reminder/000660dd8195c18ffc9810505890f3b9/2026-10-22/4b83e387764c','person:000660dd8195c18ffc9810505890f3b9','sealed1:d312012f:HSVayiPrFObJYaOczV_2TI6HzgzDsKy9toZhdLv4Tiuugs7094ly_HeEvMfDuvsVMCegQh4BvDrkILKuU6IcqxHyR609G4tmW7Xu1ZMql3_hy_qVNOAwaTX--kybzJty1uks8GW3GFsIHST48uA0b6mLzRRCqIwPMaMXrQir4L30EcqZEHTazBHVn6xx2yVxOh1sqT4dVm12uuWd0qXqHuqEFRweZBkVCY6tplA5uCPsJvTDlEW4s8AHOBzNfRfML11ElZgQsWldKyjHUVnKZ8lwzDmmuwTFIMamf9KHCTrZaYNu4qvOg23eWCuLebDHDE11Qw1VbkkldH_tSNHyuXqYXUt07ms9MBda43oWSVP4UQO1ZBreaO2qHzktYnD4GAr4KuIwFtnbtMAcZX4IOkpsfz52wsLgHEvbGqP47byvd31sz01XOpjheWBjJZBIuPuCdHSqT-vBY4OHBoiiCH4QkYT_nUnDlYQihMN3Fvc8jEZnetGX9j_oXO7MiekXXyJuqlp8eH6do3y6Ylkm44kzDQkFgJfiKb1DAisu4prFx3t0Y8mRDJEWbqK-kAfCGxqzRU_G_93ZJffYsmXUfQT7dEqaByBHBrw-IIFhqW3ls8esxMf8gCdKU9AAcqD18Uk-T8OKyqydsVkvulqynOAu9jY4sfe531ttWf2a6-nYVSet9SVnmWsVEJ0cIa2FbeDw2Hez0x2qYDtIhyXdMF5te_xVXM89ICtDkkmk9kByxD0uOE60wgqDCGZOc18lOUk2xzNm65nopCUWf74jm6W4O6oOvaCHI0l7CjOzS1tHc7Ufs9DjPWr4w25HSFOMN4VWnld6e8noTQVBkqwZHlys-F12X3dT95fTODLqoJhG0JODMXHUTQrCXLDJTrMl_H6N5VeEz0x0dRehJrG0dxZiTf_7-Crur-qTyrcCfbRXC_Aa59I9Og40kW9vdxJRfozgOni_0flFSNKPdoadzyClX4LzEF1tFjFWiNrAWWvmFXX05Gfq20B9PfMGzVojl66PvCBQvNqG_8Npr_1eBbiCIclzmpI7dICzzNrJ2wD9N51_EnxrH3mMTceLD7NUWZFxfIbZYZ6pw6Adn0Z5lrmslV35LUWT55zgNquX4s5vIezuDVaX98fvXmCCpw4Hpywbz-vPS9RMW1VKk3F5bl_CF86G3K2L2jfWLoRVOlrh1KNoFu4HqB8Ux2zplKEYnaoGosCSmq5qqRyMgCcccrszxytRtj04p9f9jQ4XvJUK9LUnT2O1pu_pF-D5DE7xbE76hyBTZ1m2DOCVZWB7iJ__slVmRig=','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 14:00:00.000000',NULL,'checkin-day:000660dd8195c18ffc9810505890f3b9/2026-10-22/4b83e387764c','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU019TEA','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post');
INSERT INTO "outbox" VALUES('000660dd81faf07d08c145ae8a33e7c8','sample-elementary','checkin/reminder/000660dd8195f1e0c11220557fec0acc/2026-10-22/7b713e75c47f','person:000660dd8195f1e0c11220557fec0acc','sealed1:d312012f:YVeGIPcVweqlho60YDRTZ4lBmuxS8L0TvvjPPIBa_iKj2myBRaaoKZOfSn9BxxcJirF5bbt39pwMuFLu8pwzA_L8HtodVG_OHCoCbE5ijSOs6ZSI437Uv0v_bFRTS8Ach7DRTp5YDc0-kxhtZF815U-2SE74xMNs53Q-lowx1U8RB0-FW0rTsyAVMEfrDWtM7efFmQMf2Y94199TRtJfk_01wWlN8CHSeqDmkBahxebSZV--8jCKWykDbT9T_TGBbz0adJIuMxAUKWN7R6p_T896cU81ynrKcYHlIN64rxVSW-l-P1GJmzd-dAX8EK76ANT0WqP_3DChykJW2B1fkqd3v5dvalqUiuLECVT1f3oaukOTCTyqXn2MtblYjKBOHwKAmdLrs8k5sICxB25hG1dsCw4F90IS0EqaEZORhn6MUf9VlW6cxazUDNS95AtltLPQssX5kymQSyfpneUjZaaIlWycNrUAwAWQsobvDE3dHzUf7fqOw1nt9jNnXHrMq6uXYUimkMPATkzaU6UJk_rr_aItynfPU5gZ-W4p9zyD-G322dgN1DnpLi_Gqyt0w4J8yd7e-63uN2Buw_fEZPAnyqfL42XwptO_fSNPq0L6cBmp2cqCzkWS0eutbaGr__XUNZKy4QONaI8ztP24iMvdnK27K87-Txe-R3xJ8WydtpLXn9cISaP73j3YqGIXDdzyNmq3Psly5w7TfZuSq8d88Fx-2VGA6bIZkL8si9Eb6X-kNQim8M8izkfAv39qAgLY93s6H6xmiwJ0iCYjjMshzAQb6MwZiC1XZmYq9syqBB-X06jMT_U5piEv31jY0ct-93m2YqnvfYDxJk802yxmnCgFL6uYazSodvBJMb3ktanCnlyXyK_mbxVnQ43HT0GaUVxhMaIzaaDwlUGrgqoaFlHNc6qucGzGD-gvlljCmn-nBsNt3NoMQeRIbo0-GhQ9ptp0pPwHsIhofJCYHMzXQCXXpQXuc_JpLrl91CrDJhMl9xs7XXXFJpV4TmYT-UD64L81zrOpXhJx95Cd6wT85uxjTkGFb9hDi3q4zzMfR6PqRSjyI785UXu-tIPnKs_4yO855eaZORqblreRCVIcfh9Kgbx80uar4K5WMu83jRCOxFif29HfVSxYnM2-l9JXscA1-zSUVKBVpfIZh3oX6XQBe3mDU4f-segMZ3abxCkVrFyTGf6ryuleYD8Fi4Sgcvt_cXgflJWKIWI0uKMiC3DDfAM7T-ReUKDghgUMtON6yErCfDMLZ0fp8YRJk7Zyu5KWEJLrSPC7-rk-njQedr0yjxWVhLwDBy223WVIxVAKE8jM3KWOW7_E6eKKK_zDraTMFmZY--GgVHHjXVbAtOFIH6fHvPuwlpXgeRt0JB6t1-BfIyCQBmJNLgvrxerA35C5Rqws5wHMQBXQj9vGLPII7SUJOJ4eXJMkDO318rBACa3P9flN1u1wnHnyFBzEXe_14h_gKba6yEhaIFeDRnckvHACddDlSXapQ-98YZhf1DNwJ1F9xoGaI3oBdXrALNRxRk4jY2Zj9s9K0yug-WLfRBf5HkXYArdopBrLdmCEpuVQ9GLwWLCq4CsalGdxBcws-cGyFaqBl7s4jOCPJT4Ab1xy5Dh4n4NdP62cGZc2gb9kQk9hmlECtByrmd2bT-AkWHaHEi0G2_C8nZauGKFojMk9tuJpxfbKXa_8kqOR6ulPKcSyTL4kNw-hLJLeoHRv15Ii-s4nrkkr1PuBbFLzITbdjPCmxfmcfbulMd8XGl-Un9FZqNEjMvV2i2Ka1jXFfLBM2IFmmm2jRPLw8vAN366TqD-3GJaIEnXVjf3t062HqO7kQsGfGhfqUcpDIy33QECd9B6jPmzrnVDrZY4uDZUyFPnbLTHQbjCQU-BKq9U0-XJ6t4RcO7c4ESIdW00RybX3KgMRWQwjbrwWgUrtWqkHT7_V9WZS_JQFPGbYcR-_Xbwo36NPhiNm7DPd4OVn7cuXBHZ8oYGLoscpV7YJP4lmUT-Km-VrWyqJ_twpWVJLTgIEp1QKIqosQPTeJ09VRC7nkjfTe4dYef6S9yOkiOmiUWgOdt6DahXQlqMdNDWdQtYY_oLKVsblcbIgCuZBHBbkJLHc-MMW29AGAN2jvx5S6hFMMEpcNRtDE4QJvuIit0km9OEUKo2fc0AT3BAvx5Mu4h_VUmf35EpXH3VJ5CynAFFaKJkbZa5xfe_Izo7h5WkxYxk301nhRml9v6IimHnFjUSx4leN7TblDTwTsRDNRDoVV2sTXBdYWOcyVmCb8TKPK-MoLh8nDLLkyjWLRzqpoRHPtl0wwCyuJfhbos5_C4xui5nPvVuNPUfbxbb1_uBsCbbzEq7glA==','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 20:45:00.000000',NULL,'checkin-day:000660dd8195f1e0c11220557fec0acc/2026-10-22/7b713e75c47f','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU038MINA','1792590300.000000',NULL,NULL,2,'2026-10-21 13:45:00.000000',0,NULL,'post');
CREATE TABLE pair_choices (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	with_person VARCHAR(32) NOT NULL, 
	until DATE NOT NULL, 
	CONSTRAINT pk_pair_choices PRIMARY KEY (id), 
	CONSTRAINT uq_pair_choices_school_person_with_person UNIQUE (school, person, with_person)
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
INSERT INTO "people" VALUES('000660dd819597b8482111442b91cf55','sample-elementary','ada-acorn','Ada Acorn','K-1 rep','ada.acorn@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd81959818f97ae9565078292d','sample-elementary','bea-birch','Bea Birch','K-1 teacher','bea.birch@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195985f690c5af924ea5709','sample-elementary','cal-cedar','Cal Cedar','K-1 teacher','cal.cedar@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd819598a0acbc0ff221a15058','sample-elementary','dot-dogwood','Dot Dogwood','K-1 teacher','dot.dogwood@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd819598dfb5ab65e91966930d','sample-elementary','eli-elm','Eli Elm','K-1 teacher','eli.elm@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195991f2fcad6aee85ff50f','sample-elementary','fay-fern','Fay Fern','K-1 teacher','fay.fern@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195b97a955c69d39413e479','sample-elementary','gus-gorse','Gus Gorse','K-1 teacher','gus.gorse@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195bb22bb701100a3fb35fb','sample-elementary','ida-hazel','Ida Hazel','K-1 teacher','ida.hazel@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195bbc1c6bab373db7f5324','sample-elementary','jay-ivy','Jay Ivy','Grade 2 rep','jay.ivy@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195bcc762049161e6c50c86','sample-elementary','kit-juniper','Kit Juniper','Grade 2 teacher','kit.juniper@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195bdc0b7a6ddc230f3831b','sample-elementary','lea-kelp','Lea Kelp','Grade 2 teacher','lea.kelp@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195beb0f1d4c758e6b13edb','sample-elementary','max-laurel','Max Laurel','Grade 2 teacher','max.laurel@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195bf387aa22a484459b3bf','sample-elementary','nia-maple','Nia Maple','Grade 2 teacher','nia.maple@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195bfa43ea6bf6a400bc0e5','sample-elementary','oli-nettle','Oli Nettle','Grade 3 lead','oli.nettle@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c00a57702c649cdb5dbf','sample-elementary','pia-olive','Pia Olive','Grade 3 teacher','pia.olive@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c06b39c450c845f7b9fb','sample-elementary','quin-poppy','Quin Poppy','Grade 3 teacher','quin.poppy@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c0cfd14fc14b3579d8ed','sample-elementary','ray-quince','Ray Quince','Grade 3 teacher','ray.quince@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c12fd4a5cfce10bdfcfd','sample-elementary','sol-rowan','Sol Rowan','Grade 3 teacher','sol.rowan@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c18ffc9810505890f3b9','sample-elementary','tea-sage','Tea Sage','Grade 4 lead','tea.sage@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c1f916f04f08705c430d','sample-elementary','uma-thistle','Uma Thistle','Grade 4 teacher','uma.thistle@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c26df65e12573d80a0a5','sample-elementary','vic-umber','Vic Umber','Grade 4 teacher','vic.umber@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c2d8bd2d349cc8cc98c9','sample-elementary','wes-violet','Wes Violet','Grade 4 teacher','wes.violet@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c35ec6de7c5540806c47','sample-elementary','xan-willow','Xan Willow','Grade 4 teacher','xan.willow@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c3cd1aecea4dc9784fa0','sample-elementary','yara-xylem','Yara Xylem','Grade 5 lead','yara.xylem@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c43451490b0d6da2bd76','sample-elementary','zoe-yarrow','Zoe Yarrow','Grade 5 teacher','zoe.yarrow@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c498a045bd195f08f22c','sample-elementary','amos-zinnia','Amos Zinnia','Grade 5 teacher','amos.zinnia@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c50638de330609c71761','sample-elementary','bree-aspen','Bree Aspen','Grade 5 teacher','bree.aspen@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c754e2bce80c625181be','sample-elementary','cleo-balsam','Cleo Balsam','Grade 5 teacher','cleo.balsam@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c7d518360e485b805079','sample-elementary','dale-clover','Dale Clover','Math coach','dale.clover@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195c84f15d9ca10cd6407af','sample-elementary','elsa-daisy','Elsa Daisy','Music teacher','elsa.daisy@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195eee543949834bf633223','sample-elementary','finn-elder','Finn Elder','Art teacher','finn.elder@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f01ed3af75a5386cc5bf','sample-elementary','gwen-flax','Gwen Flax','PE teacher','gwen.flax@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f09d03c8374c9311abdc','sample-elementary','hugo-ginger','Hugo Ginger','Special education teacher','hugo.ginger@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f0e4536a3a2d7727cedc','sample-elementary','iris-heather','Iris Heather','Special education teacher','iris.heather@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f12dc5502555f0baf5d9','sample-elementary','jude-iris','Jude Iris','Special education teacher','jude.iris@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f16c87d92dc312754319','sample-elementary','kaya-jasmine','Kaya Jasmine','ELL teacher','kaya.jasmine@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f1a6c5bd0f8d0b49a914','sample-elementary','lars-kale','Lars Kale','ELL teacher','lars.kale@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f1e0c11220557fec0acc','sample-elementary','mina-linden','Mina Linden','Principal','mina.linden@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f21eb5175be337cb8fac','sample-elementary','noel-mint','Noel Mint','Assistant principal','noel.mint@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f257bb071ffe314613b1','sample-elementary','opal-nutmeg','Opal Nutmeg','Office manager','opal.nutmeg@sample.example',1,NULL,NULL);
INSERT INTO "people" VALUES('000660dd8195f29e126c1442cb06d241','sample-elementary','pete-oak','Pete Oak','School counselor','pete.oak@sample.example',1,NULL,NULL);
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
CREATE TABLE quarantined (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	thing VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_quarantined PRIMARY KEY (id), 
	CONSTRAINT uq_quarantined_school_kind_thing UNIQUE (school, kind, thing)
);
CREATE TABLE requests (
	"key" VARCHAR(255) NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_requests PRIMARY KEY ("key")
);
INSERT INTO "requests" VALUES('sample-elementary/roster/compared/slack/2026-10-19','2026-10-19 18:00:00.000000');
INSERT INTO "requests" VALUES('sample-elementary/view/V7EE1E0337E','2026-10-19 18:00:00.000000');
CREATE TABLE revisions (
	school VARCHAR(64) NOT NULL, 
	revision VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_revisions PRIMARY KEY (school)
);
INSERT INTO "revisions" VALUES('sample-elementary','000660dd81b0c995c2990a76459fcc39');
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
	decision_id VARCHAR(32), 
	CONSTRAINT pk_staff_input PRIMARY KEY (id), 
	CONSTRAINT ck_staff_input_scope CHECK (scope IN ('my_team', 'several_teams', 'whole_school')), 
	CONSTRAINT ck_staff_input_inputstate CHECK (state IN ('received', 'passed_on', 'answered', 'on_agenda', 'declined', 'considered', 'withdrawn')), 
	CONSTRAINT ck_staff_input_topic CHECK (topic IN ('instruction', 'curriculum_and_materials', 'assessment', 'student_support', 'schedule_and_time', 'professional_learning', 'communication', 'climate', 'idea', 'thanks', 'other')), 
	CONSTRAINT uq_staff_input_school_number UNIQUE (school, number), 
	CONSTRAINT ck_staff_input_mode CHECK (mode IN ('named', 'through_rep')), 
	CONSTRAINT ck_staff_input_declinereason CHECK (reason IN ('not_ours', 'already_decided', 'not_now', 'evidence'))
);
INSERT INTO "staff_input" VALUES('000660dd81d46f18f53738bbff7f5bb8','sample-elementary',1,'000660dd8195c1f916f04f08705c430d','grade-4',NULL,'named','instruction','several_teams','sealed1:d312012f:UYElX2ZP9ER4wykn32XSb2TIIWt4AlqANdsHye93EbIvCIUJuvzG6x8k62T1kysnlj-XFHIjYglJ','',0,'2026-10-19 18:00:00.000000','received','','',NULL,'',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE strategies (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	status VARCHAR(300) NOT NULL, 
	position INTEGER NOT NULL, 
	active BOOLEAN NOT NULL, 
	last_dive DATE, 
	CONSTRAINT pk_strategies PRIMARY KEY (id), 
	CONSTRAINT uq_strategies_school_key UNIQUE (school, "key")
);
INSERT INTO "strategies" VALUES('000660dd81a6765f7abc0eb399762a51','sample-elementary','math-talk','Student talk in math','Look-fors agreed; first walkthroughs under way.',0,1,NULL);
INSERT INTO "strategies" VALUES('000660dd81a676d2835ab3d4db24894b','sample-elementary','small-groups','Small-group reading','Schedules are set; materials arrive this month.',1,1,NULL);
INSERT INTO "strategies" VALUES('000660dd81a676ffe96ba40d9cbe8797','sample-elementary','belonging','Attendance and belonging','Morning greeting in every room since September.',2,1,NULL);
CREATE TABLE team_meetings (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	happened BOOLEAN NOT NULL, 
	CONSTRAINT pk_team_meetings PRIMARY KEY (id), 
	CONSTRAINT uq_team_meetings_school_team_day UNIQUE (school, team, day)
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
INSERT INTO "teams" VALUES('000660dd81959219755e3039ebd316d5','sample-elementary','k-1','K-1','k-1',0,'grade_span','["kindergarten", "grade-1"]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd8195937c84a303137b00805f','sample-elementary','grade-2','Grade 2','grade-2',1,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd8195943c0988f8d6c445c74e','sample-elementary','grade-3','Grade 3','grade-3',2,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd819594cd553d62b925fb69d6','sample-elementary','grade-4','Grade 4','grade-4',3,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd8195952d6e1e90c569004b1e','sample-elementary','grade-5','Grade 5','grade-5',4,'grade','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd819595d65a0d6715eb4f7f5f','sample-elementary','specialists','Specialists','specialists',5,'specialist','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd8195965645e89360200b1070','sample-elementary','special-education','Special education',NULL,6,'special_education','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd819596b4526aaac52cc1cc03','sample-elementary','ell','ELL',NULL,7,'multilingual','[]',NULL,0,NULL);
INSERT INTO "teams" VALUES('000660dd81959703ce5dc8f855df7241','sample-elementary','office','Administration and office',NULL,8,'administration','[]',NULL,0,NULL);
CREATE TABLE unreached (
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	code VARCHAR(120) NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_unreached PRIMARY KEY (school, platform, person)
);
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
INSERT INTO "walkthrough_visits" VALUES('24f93d4e72414cf161ff15cceee24373','sample-elementary','000660dd81a99507058babf972015fbb','3-5','math','discussion','{"RT1": "seen", "RT2": "partly", "RT3": "seen", "RT4": "not_seen"}','yes','','000660dd8195c7d518360e485b805079','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('aca2f81b9f0ae309ef9ad791e95f10e4','sample-elementary','000660dd81a99507058babf972015fbb','3-5','math','work-time','{"RT1": "partly", "RT2": "not_seen", "RT3": "seen", "RT4": "not_seen"}','yes','','000660dd8195c7d518360e485b805079','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('23811db76ad4c498356bb1bd60f2697d','sample-elementary','000660dd81a99507058babf972015fbb','k-2','math','opening','{"RT1": "not_seen", "RT2": "not_seen", "RT3": "partly", "RT4": "seen"}','yes','','000660dd8195c7d518360e485b805079','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('2f09976b39b8c0ffa587eafed1d91b39','sample-elementary','000660dd81a99507058babf972015fbb','k-2','literacy','work-time','{"RT1": "seen", "RT2": "partly", "RT3": "not_seen", "RT4": "partly"}','yes','','000660dd8195bbc1c6bab373db7f5324','2026-10-19');
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
INSERT INTO "walkthrough_windows" VALUES('000660dd81a99507058babf972015fbb','sample-elementary','fall-talk','reasoning_talk','2026-10-05','2026-10-30','math-talk',60,NULL,0);
INSERT INTO "walkthrough_windows" VALUES('000660dd81a995bd87742c0e9940322d','sample-elementary','winter-talk','reasoning_talk','2026-11-16','2026-12-04','math-talk',60,NULL,0);
CREATE INDEX ix_calendar_days_school ON calendar_days (school);
CREATE INDEX ix_requests_kept_at ON requests (kept_at);
CREATE INDEX ix_agenda_items_open ON agenda_items (school, state);
CREATE INDEX ix_agenda_items_school ON agenda_items (school);
CREATE INDEX ix_meeting_roles_school ON meeting_roles (school);
CREATE INDEX ix_meeting_series_school ON meeting_series (school);
CREATE INDEX ix_strategies_school ON strategies (school);
CREATE INDEX ix_decision_receipts_school ON decision_receipts (school);
CREATE INDEX ix_decisions_school ON decisions (school);
CREATE INDEX ix_decisions_state ON decisions (school, state);
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
CREATE INDEX ix_learning_cycles_state ON learning_cycles (state);
CREATE INDEX ix_learning_cycles_lead ON learning_cycles (lead);
CREATE INDEX ix_learning_cycles_school ON learning_cycles (school);
CREATE INDEX ix_learning_cycles_leader ON learning_cycles (leader);
CREATE INDEX ix_decision_questions_state ON decision_questions (school, state);
CREATE INDEX ix_decision_questions_decision ON decision_questions (decision);
CREATE INDEX ix_decision_questions_school ON decision_questions (school);
CREATE INDEX ix_staff_input_author ON staff_input (school, author);
CREATE INDEX ix_staff_input_school ON staff_input (school);
CREATE INDEX ix_walkthrough_visits_school ON walkthrough_visits (school);
CREATE INDEX ix_walkthrough_visits_window ON walkthrough_visits (window);
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
CREATE INDEX ix_outbox_waiting ON outbox (school, due_at) WHERE state = 'pending';
CREATE INDEX ix_outbox_told_in ON outbox (school, told_in);
CREATE INDEX ix_outbox_leases ON outbox (state, lease_until);
CREATE INDEX ix_outbox_school ON outbox (school);
COMMIT;
