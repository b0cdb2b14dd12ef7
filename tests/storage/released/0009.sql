BEGIN TRANSACTION;
CREATE TABLE addresses (
	school VARCHAR(64) NOT NULL, 
	platform VARCHAR(16) NOT NULL, 
	audience VARCHAR(120) NOT NULL, 
	address VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_addresses PRIMARY KEY (school, platform, audience)
);
INSERT INTO "addresses" VALUES('sample-elementary','slack','workspace','T0SANDBOX');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807137456a5883d2776163eb','U001ADA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807137addb398162e2ff9716','U002BEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071380e0697a6051c5a0a78','U003CAL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807138783584093eac256f9c','U004DOT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807138d67562256c99e12f8e','U005ELI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071393169feb2b008ea7b00','U006FAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713994e3f745799bd64c5c','U007GUS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713a01c914ba78374a73ff','U008IDA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713a59245a77448bc22dc7','U009JAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713ab35fbca228d63258f3','U010KIT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713b0a38de9b0a43cc6371','U011LEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713b68831a9db54cdf9074','U012MAX');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713bc8fd412d69e27f83b6','U013NIA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713c29114f919f2fa74ce9','U014OLI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713c84a396e8beba60840e','U015PIA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713cdbd96fc292b5db5e09','U016QUIN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713d317ecd142a9cd27d19','U017RAY');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713d89d3860dad40eb3382','U018SOL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80713defafd6033dd919a634','U019TEA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80715e637b5388b68cef8ecf','U020UMA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80715f1d26f9bb4dcd8b893f','U021VIC');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80715f7f21cedc7b8e70ea18','U022WES');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80715fd471639cc7cc62e56f','U023XAN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80716034fc7b61a506d89972','U024YARA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807160891aa8fcd7e7191813','U025ZOE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807160d92a9605697400feba','U026AMOS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80716125ac30f14063a88297','U027BREE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807161725612a0e279477e48','U028CLEO');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807161be02348746d3274108','U029DALE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071620c2e598dd34226b402','U030ELSA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071625cb181a759c6120e17','U031FINN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807162af566593da963c6c53','U032GWEN');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071630d5b40f5c85d6771c3','U033HUGO');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80716365be2320c62c27992a','U034IRIS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807163bf0b445a0232fdcdb0','U035JUDE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807164247c99ad39eb4135a3','U036KAYA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071647f4e8b7e2c7ee213c5','U037LARS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807164d80061ceef4fdff437','U038MINA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd80716529b5063217462c69d8','U039NOEL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd8071657a3bdc02983146790f','U040OPAL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','person:000660dd807165cc574c82d2265c4842','U041PETE');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:k-1','C0K1');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-2','C0GRADE2');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-3','C0GRADE3');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-4','C0GRADE4');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:grade-5','C0GRADE5');
INSERT INTO "addresses" VALUES('sample-elementary','slack','team:specialists','C0SPECIALISTS');
INSERT INTO "addresses" VALUES('sample-elementary','slack','ilt','C0ILT');
INSERT INTO "addresses" VALUES('sample-elementary','slack','all-staff','C0ALLSTAFF');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd80715e637b5388b68cef8ecf','DU020UMA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd80716529b5063217462c69d8','DU039NOEL');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd80716034fc7b61a506d89972','DU024YARA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd807164d80061ceef4fdff437','DU038MINA');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd80713c29114f919f2fa74ce9','DU014OLI');
INSERT INTO "addresses" VALUES('sample-elementary','slack','dm:person:000660dd80713defafd6033dd919a634','DU019TEA');
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
INSERT INTO "alembic_version" VALUES('0009');
CREATE TABLE calendar_days (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	note VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_calendar_days PRIMARY KEY (id), 
	CONSTRAINT uq_calendar_days_school_day UNIQUE (school, day), 
	CONSTRAINT ck_calendar_days_daykind CHECK (kind IN ('school', 'no_school', 'closure', 'half_day', 'late_start', 'testing'))
);
INSERT INTO "calendar_days" VALUES('000660dd8072c97e73baf1b4bfdfa788','sample-elementary','2026-09-07','no_school','Labor Day');
INSERT INTO "calendar_days" VALUES('000660dd8072c9e64e6d39c9268fd89f','sample-elementary','2026-11-23','no_school','Fall break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca0fdc89a61292290d26','sample-elementary','2026-11-24','no_school','Fall break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca2ad332985eacd1ed6e','sample-elementary','2026-11-25','no_school','Fall break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca401b2da93df2837f1a','sample-elementary','2026-11-26','no_school','Fall break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca5591981b909623b9d5','sample-elementary','2026-11-27','no_school','Fall break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca6e451fd65f637c56c6','sample-elementary','2026-12-21','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca86ca2f74e84beee6ce','sample-elementary','2026-12-22','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072ca9c24ad370292f4eb16','sample-elementary','2026-12-23','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cab1189052891b70c872','sample-elementary','2026-12-24','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cad5ded9236326576b9a','sample-elementary','2026-12-25','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb04a02a7f90a25533bb','sample-elementary','2026-12-26','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb28efdf277c0ce59a2b','sample-elementary','2026-12-27','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb444345c881c4f567bc','sample-elementary','2026-12-28','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb5c769e5a2ac362e401','sample-elementary','2026-12-29','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb714b4e2f74bfa6b50d','sample-elementary','2026-12-30','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb8543869663f63a53ff','sample-elementary','2026-12-31','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cb9a88788e2911ed1431','sample-elementary','2027-01-01','no_school','Winter break');
INSERT INTO "calendar_days" VALUES('000660dd8072cbb1790728162eaa3609','sample-elementary','2027-01-18','no_school','Martin Luther King Jr. Day');
INSERT INTO "calendar_days" VALUES('000660dd8072cbc738cee77ac82ff7f9','sample-elementary','2027-02-15','no_school','Presidents Day');
INSERT INTO "calendar_days" VALUES('000660dd8072cbdfead4793a3a2f1cb2','sample-elementary','2027-03-29','no_school','Spring break');
INSERT INTO "calendar_days" VALUES('000660dd8072cbf4af48d9eb6e650296','sample-elementary','2027-03-30','no_school','Spring break');
INSERT INTO "calendar_days" VALUES('000660dd8072cc0a1253c27d9c3c0514','sample-elementary','2027-03-31','no_school','Spring break');
INSERT INTO "calendar_days" VALUES('000660dd8072cc1ff214c94487742b49','sample-elementary','2027-04-01','no_school','Spring break');
INSERT INTO "calendar_days" VALUES('000660dd8072cc347a7630b39444434a','sample-elementary','2027-04-02','no_school','Spring break');
INSERT INTO "calendar_days" VALUES('000660dd8072cc4b0f0560858bd716da','sample-elementary','2027-05-31','no_school','Memorial Day');
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
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_check_in_series PRIMARY KEY (id), 
	CONSTRAINT uq_check_in_series_school_leader_lead UNIQUE (school, leader, lead), 
	CONSTRAINT ck_check_in_series_cadence CHECK (cadence IN ('weekly', 'biweekly'))
);
INSERT INTO "check_in_series" VALUES('000660dd807421212eebbb0b3f372448','sample-elementary','000660dd807164d80061ceef4fdff437','000660dd80713c29114f919f2fa74ce9','biweekly','2026-10-22','14:45:00.000000',30,1);
INSERT INTO "check_in_series" VALUES('000660dd807421af928f4a90033ced5b','sample-elementary','000660dd807164d80061ceef4fdff437','000660dd80713defafd6033dd919a634','biweekly','2026-10-22','08:00:00.000000',30,1);
INSERT INTO "check_in_series" VALUES('000660dd807421f78569963c6aae3400','sample-elementary','000660dd80716529b5063217462c69d8','000660dd80716034fc7b61a506d89972','weekly','2026-10-21','14:45:00.000000',30,1);
CREATE TABLE check_in_topics (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	series VARCHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	text VARCHAR(300) NOT NULL, 
	talk_only BOOLEAN NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_check_in_topics PRIMARY KEY (id)
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
CREATE TABLE decision_questions (
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
	relayed_at DATETIME, 
	CONSTRAINT pk_decisions PRIMARY KEY (id), 
	CONSTRAINT uq_decisions_school_number UNIQUE (school, number), 
	CONSTRAINT ck_decisions_authority CHECK (authority IN ('ilt', 'principal', 'faculty', 'mandate')), 
	CONSTRAINT ck_decisions_decisionstate CHECK (state IN ('recorded', 'relayed', 'superseded', 'withdrawn'))
);
CREATE TABLE duties (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_duties PRIMARY KEY (id), 
	CONSTRAINT uq_duties_school_person_role UNIQUE (school, person, role), 
	CONSTRAINT ck_duties_role CHECK (role IN ('ilt_member', 'school_leader', 'deputy', 'triager', 'coach', 'bot_admin'))
);
INSERT INTO "duties" VALUES('000660dd807236155624858ef6759a90','sample-elementary','000660dd807137456a5883d2776163eb','ilt_member');
INSERT INTO "duties" VALUES('000660dd8072363622b720bbd1cfd1d4','sample-elementary','000660dd80713a59245a77448bc22dc7','ilt_member');
INSERT INTO "duties" VALUES('000660dd8072365693e8025280a0dac0','sample-elementary','000660dd80713c29114f919f2fa74ce9','ilt_member');
INSERT INTO "duties" VALUES('000660dd80723671210a92cf89939e0f','sample-elementary','000660dd80713defafd6033dd919a634','ilt_member');
INSERT INTO "duties" VALUES('000660dd8072368b9d3ed9787516ba5f','sample-elementary','000660dd80716034fc7b61a506d89972','ilt_member');
INSERT INTO "duties" VALUES('000660dd807236a54bbeb1bccad6e3c0','sample-elementary','000660dd807161be02348746d3274108','coach');
INSERT INTO "duties" VALUES('000660dd807236c505422f88c4306d96','sample-elementary','000660dd807161be02348746d3274108','ilt_member');
INSERT INTO "duties" VALUES('000660dd807236e51d600e6bcb21b2cd','sample-elementary','000660dd8071630d5b40f5c85d6771c3','ilt_member');
INSERT INTO "duties" VALUES('000660dd80723701c53fe9f38f9695d1','sample-elementary','000660dd807164247c99ad39eb4135a3','ilt_member');
INSERT INTO "duties" VALUES('000660dd8072371ae782065cf874e965','sample-elementary','000660dd807164d80061ceef4fdff437','ilt_member');
INSERT INTO "duties" VALUES('000660dd80723733383c591f02a78db0','sample-elementary','000660dd807164d80061ceef4fdff437','school_leader');
INSERT INTO "duties" VALUES('000660dd8072374debf09b49070609bb','sample-elementary','000660dd80716529b5063217462c69d8','bot_admin');
INSERT INTO "duties" VALUES('000660dd80723766efe6b8cfe7a2c22f','sample-elementary','000660dd80716529b5063217462c69d8','deputy');
INSERT INTO "duties" VALUES('000660dd8072377fe1432698011953f4','sample-elementary','000660dd80716529b5063217462c69d8','ilt_member');
INSERT INTO "duties" VALUES('000660dd80723798c02b19daf6e2709b','sample-elementary','000660dd80716529b5063217462c69d8','triager');
CREATE TABLE jobs (
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(255) NOT NULL, 
	due_at DATETIME NOT NULL, 
	decided_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_jobs PRIMARY KEY (school, "key"), 
	CONSTRAINT ck_jobs_jobstate CHECK (state IN ('done', 'dropped', 'overtaken'))
);
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd80716034fc7b61a506d89972/2026-10-21','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd80716529b5063217462c69d8/2026-10-21','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','input/reminder/000660dd80716529b5063217462c69d8/2026-10-20','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','meeting/2026-10-27/call','2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd80713c29114f919f2fa74ce9/2026-10-22','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd80713defafd6033dd919a634/2026-10-22','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
INSERT INTO "jobs" VALUES('sample-elementary','checkin/reminder/000660dd807164d80061ceef4fdff437/2026-10-22','2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','done');
CREATE TABLE learning_cycles (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	leader VARCHAR(32) NOT NULL, 
	lead VARCHAR(32) NOT NULL, 
	opened_by VARCHAR(32) NOT NULL, 
	weeks INTEGER NOT NULL, 
	begins DATE NOT NULL, 
	goal VARCHAR(400) NOT NULL, 
	baseline VARCHAR(120) NOT NULL, 
	target VARCHAR(120) NOT NULL, 
	measure VARCHAR(200) NOT NULL, 
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
	publish_at TIME NOT NULL, 
	CONSTRAINT pk_meeting_series PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_series_school UNIQUE (school), 
	CONSTRAINT ck_meeting_series_every CHECK (every IN ('weekly', 'biweekly'))
);
INSERT INTO "meeting_series" VALUES('000660dd80738eb31791cd2ae63de3ef','sample-elementary','ILT','biweekly','2026-10-13','15:30:00.000000',60,'07:45:00.000000','13:00:00.000000','14:00:00.000000');
CREATE TABLE meetings (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	starts_at DATETIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	title VARCHAR(120) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	deep_dive VARCHAR(64), 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT uq_meetings_school_day UNIQUE (school, day), 
	CONSTRAINT ck_meetings_meetingstate CHECK (state IN ('planned', 'called', 'drafted', 'published', 'closed'))
);
INSERT INTO "meetings" VALUES('000660dd808854bd4353a138bb1ac5f6','sample-elementary','2026-10-27','2026-10-27 21:30:00.000000',60,'ILT','called',NULL);
CREATE TABLE memberships (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	team VARCHAR(64) NOT NULL, 
	seat VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_memberships PRIMARY KEY (id), 
	CONSTRAINT uq_memberships_school_person_team UNIQUE (school, person, team), 
	CONSTRAINT ck_memberships_seat CHECK (seat IN ('member', 'rep', 'lead'))
);
INSERT INTO "memberships" VALUES('000660dd80722fe0efa40a95426cbe95','sample-elementary','000660dd807137456a5883d2776163eb','k-1','rep');
INSERT INTO "memberships" VALUES('000660dd807230691005b6d69ebde13c','sample-elementary','000660dd807137addb398162e2ff9716','k-1','member');
INSERT INTO "memberships" VALUES('000660dd8072309d2c1262ae203a17e3','sample-elementary','000660dd8071380e0697a6051c5a0a78','k-1','member');
INSERT INTO "memberships" VALUES('000660dd807230c00f9ceaf2753e1229','sample-elementary','000660dd807138783584093eac256f9c','k-1','member');
INSERT INTO "memberships" VALUES('000660dd807230e04d5edf2bbcadde2f','sample-elementary','000660dd807138d67562256c99e12f8e','k-1','member');
INSERT INTO "memberships" VALUES('000660dd807230ff87f096ff9821f522','sample-elementary','000660dd8071393169feb2b008ea7b00','k-1','member');
INSERT INTO "memberships" VALUES('000660dd8072311da03f5904e14b89ac','sample-elementary','000660dd80713994e3f745799bd64c5c','k-1','member');
INSERT INTO "memberships" VALUES('000660dd8072314192acf047936a4b42','sample-elementary','000660dd80713a01c914ba78374a73ff','k-1','member');
INSERT INTO "memberships" VALUES('000660dd8072316282b758c916b0a6fa','sample-elementary','000660dd80713a59245a77448bc22dc7','grade-2','rep');
INSERT INTO "memberships" VALUES('000660dd807231814664a171c60ccb0a','sample-elementary','000660dd80713ab35fbca228d63258f3','grade-2','member');
INSERT INTO "memberships" VALUES('000660dd8072319f26ecea1730dd3bfd','sample-elementary','000660dd80713b0a38de9b0a43cc6371','grade-2','member');
INSERT INTO "memberships" VALUES('000660dd807231bdf348796a9c85a7c9','sample-elementary','000660dd80713b68831a9db54cdf9074','grade-2','member');
INSERT INTO "memberships" VALUES('000660dd807231da131dcdb59fc843f3','sample-elementary','000660dd80713bc8fd412d69e27f83b6','grade-2','member');
INSERT INTO "memberships" VALUES('000660dd807231f7c6012a882364af70','sample-elementary','000660dd80713c29114f919f2fa74ce9','grade-3','lead');
INSERT INTO "memberships" VALUES('000660dd80723216a0f85bc2e43dc371','sample-elementary','000660dd80713c84a396e8beba60840e','grade-3','member');
INSERT INTO "memberships" VALUES('000660dd80723238d869e30b27aafe62','sample-elementary','000660dd80713cdbd96fc292b5db5e09','grade-3','member');
INSERT INTO "memberships" VALUES('000660dd8072325595b61bfaa9da088e','sample-elementary','000660dd80713d317ecd142a9cd27d19','grade-3','member');
INSERT INTO "memberships" VALUES('000660dd8072327141c58d4992354892','sample-elementary','000660dd80713d89d3860dad40eb3382','grade-3','member');
INSERT INTO "memberships" VALUES('000660dd807232905cd1fa56bfbd447f','sample-elementary','000660dd80713defafd6033dd919a634','grade-4','lead');
INSERT INTO "memberships" VALUES('000660dd807232ac24773ce0d54ba440','sample-elementary','000660dd80715e637b5388b68cef8ecf','grade-4','member');
INSERT INTO "memberships" VALUES('000660dd807232c7d18c351ace5f83d1','sample-elementary','000660dd80715f1d26f9bb4dcd8b893f','grade-4','member');
INSERT INTO "memberships" VALUES('000660dd807232e30338052f2fd63191','sample-elementary','000660dd80715f7f21cedc7b8e70ea18','grade-4','member');
INSERT INTO "memberships" VALUES('000660dd80723301b2fc788bfcc5a6f6','sample-elementary','000660dd80715fd471639cc7cc62e56f','grade-4','member');
INSERT INTO "memberships" VALUES('000660dd8072331ec010eb91ae39c572','sample-elementary','000660dd80716034fc7b61a506d89972','grade-5','lead');
INSERT INTO "memberships" VALUES('000660dd8072333b81b4b5381655463d','sample-elementary','000660dd807160891aa8fcd7e7191813','grade-5','member');
INSERT INTO "memberships" VALUES('000660dd8072335770fc892fbbf94eed','sample-elementary','000660dd807160d92a9605697400feba','grade-5','member');
INSERT INTO "memberships" VALUES('000660dd80723373253c8831daf1648d','sample-elementary','000660dd80716125ac30f14063a88297','grade-5','member');
INSERT INTO "memberships" VALUES('000660dd80723394054322166bf6d2e8','sample-elementary','000660dd807161725612a0e279477e48','grade-5','member');
INSERT INTO "memberships" VALUES('000660dd807233b10b5e5744eefc4e4d','sample-elementary','000660dd807161be02348746d3274108','specialists','rep');
INSERT INTO "memberships" VALUES('000660dd807233cc6b4c033252650a36','sample-elementary','000660dd8071620c2e598dd34226b402','specialists','member');
INSERT INTO "memberships" VALUES('000660dd807233eadaf60df759553b43','sample-elementary','000660dd8071625cb181a759c6120e17','specialists','member');
INSERT INTO "memberships" VALUES('000660dd8072340e61233f5284a55772','sample-elementary','000660dd807162af566593da963c6c53','specialists','member');
INSERT INTO "memberships" VALUES('000660dd807234dee01c0ada434d6720','sample-elementary','000660dd8071630d5b40f5c85d6771c3','special-education','rep');
INSERT INTO "memberships" VALUES('000660dd80723510c4e0110016e740d1','sample-elementary','000660dd80716365be2320c62c27992a','special-education','member');
INSERT INTO "memberships" VALUES('000660dd8072353095376f428d437668','sample-elementary','000660dd807163bf0b445a0232fdcdb0','special-education','member');
INSERT INTO "memberships" VALUES('000660dd8072354e0e7a1bf4d401f6d7','sample-elementary','000660dd807164247c99ad39eb4135a3','ell','rep');
INSERT INTO "memberships" VALUES('000660dd8072356df3487f1f5e21750b','sample-elementary','000660dd8071647f4e8b7e2c7ee213c5','ell','member');
INSERT INTO "memberships" VALUES('000660dd8072358962ab9d9045815d0a','sample-elementary','000660dd807164d80061ceef4fdff437','office','member');
INSERT INTO "memberships" VALUES('000660dd807235a56ef388cf061d3c83','sample-elementary','000660dd80716529b5063217462c69d8','office','member');
INSERT INTO "memberships" VALUES('000660dd807235c19d3575b960b6b193','sample-elementary','000660dd8071657a3bdc02983146790f','office','member');
INSERT INTO "memberships" VALUES('000660dd807235dea6af7bd9784514cf','sample-elementary','000660dd807165cc574c82d2265c4842','office','member');
CREATE TABLE numbers (
	school VARCHAR(64) NOT NULL, 
	series VARCHAR(16) NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_numbers PRIMARY KEY (school, series)
);
INSERT INTO "numbers" VALUES('sample-elementary','input',1);
CREATE TABLE outbox (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(255) NOT NULL, 
	audience VARCHAR(120) NOT NULL, 
	message JSON NOT NULL, 
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
	address VARCHAR(64), 
	reference VARCHAR(64), 
	trouble VARCHAR(120), 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT uq_outbox_school_key UNIQUE (school, "key"), 
	CONSTRAINT ck_outbox_letterstate CHECK (state IN ('pending', 'sending', 'checking', 'sent', 'failed', 'rerouted', 'expired', 'dropped', 'unsure'))
);
INSERT INTO "outbox" VALUES('000660dd80811af2dec0b800cc83204f','sample-elementary','input/000660dd8080fea8f67edcfb0fc0a991/receipt','person:000660dd80715e637b5388b68cef8ecf','{"summary": "Your receipt I-001", "parts": [{"spans": [{"text": "Got it. This is ", "style": "plain"}, {"text": "I-001", "style": "bold"}, {"text": ".", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "It goes to Noel Mint with your name. Whoever speaks for your team and the principal can see it too, and the ILT once it is on an agenda.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "You get a first answer by Tue, Oct 20, and I tell you here what became of it by Mon, Nov 2.", "style": "plain"}], "kind": "paragraph"}, {"buttons": [{"label": "Show status", "verb": "status", "values": {"number": "I-001"}, "emphasis": "normal", "confirm": null}, {"label": "Withdraw", "verb": "withdraw-input", "values": {"input": "000660dd8080fea8f67edcfb0fc0a991"}, "emphasis": "normal", "confirm": "Withdraw this input? Its words are deleted for good."}], "kind": "buttons"}], "private": true}','slack','sent','2026-10-19 18:00:00.000000',NULL,NULL,NULL,'again',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU020UMA','1792503900.000000',NULL);
INSERT INTO "outbox" VALUES('000660dd80819f88d7ba3dc553852534','sample-elementary','input/000660dd8080fea8f67edcfb0fc0a991/card/received','person:000660dd80716529b5063217462c69d8','{"summary": "Staff input I-001 waits for you", "parts": [{"spans": [{"text": "I-001: Teaching and learning", "style": "bold"}, {"text": "  (several teams)", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "Reading groups need more time", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "From Uma Thistle, Mon, Oct 19.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Answer", "verb": "answer-input", "values": {"input": "000660dd8080fea8f67edcfb0fc0a991"}, "emphasis": "primary", "confirm": null}, {"label": "Put on the agenda", "verb": "place-input", "values": {"input": "000660dd8080fea8f67edcfb0fc0a991"}, "emphasis": "normal", "confirm": null}, {"label": "Not now", "verb": "decline-input", "values": {"input": "000660dd8080fea8f67edcfb0fc0a991"}, "emphasis": "normal", "confirm": null}], "kind": "buttons"}, {"spans": [{"text": "The sender was promised to hear what became of it by Mon, Nov 2.", "style": "plain"}], "kind": "context"}], "private": true}','slack','sent','2026-10-19 18:00:00.000000',NULL,NULL,'input-received:000660dd8080fea8f67edcfb0fc0a991','again',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000000',NULL);
INSERT INTO "outbox" VALUES('000660dd808a4ab29e2ece4ed8c63dc8','sample-elementary','checkin/reminder/000660dd80716034fc7b61a506d89972/2026-10-21','person:000660dd80716034fc7b61a506d89972','{"summary": "About your 1:1 on Wed, Oct 21", "parts": [{"spans": [{"text": "Your 1:1 with Noel Mint is on Wed, Oct 21 at 2:45 PM, 30 minutes.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "No topics yet. One each is plenty.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Add a topic", "verb": "add-topic", "values": {"series": "000660dd807421f78569963c6aae3400", "day": "2026-10-21"}, "emphasis": "primary", "confirm": null}, {"label": "Move", "verb": "move-checkin", "values": {"series": "000660dd807421f78569963c6aae3400", "day": "2026-10-21"}, "emphasis": "normal", "confirm": null}, {"label": "Skip this one", "verb": "skip-checkin", "values": {"series": "000660dd807421f78569963c6aae3400", "day": "2026-10-21"}, "emphasis": "normal", "confirm": "Skip this 1:1? The other of you is told, and the topics wait for the next one."}], "kind": "buttons"}, {"spans": [{"text": "Only the two of you can see this.", "style": "plain"}], "kind": "context"}], "private": true}','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 20:45:00.000000',NULL,'checkin-day:000660dd80716034fc7b61a506d89972/2026-10-21/c2bad9f93a20','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU024YARA','1792503900.000000',NULL);
INSERT INTO "outbox" VALUES('000660dd808aaeb8db43b60bba84d5a9','sample-elementary','checkin/reminder/000660dd80716529b5063217462c69d8/2026-10-21','person:000660dd80716529b5063217462c69d8','{"summary": "About your 1:1 on Wed, Oct 21", "parts": [{"spans": [{"text": "Your 1:1 with Yara Xylem is on Wed, Oct 21 at 2:45 PM, 30 minutes.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "No topics yet. One each is plenty.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Add a topic", "verb": "add-topic", "values": {"series": "000660dd807421f78569963c6aae3400", "day": "2026-10-21"}, "emphasis": "primary", "confirm": null}, {"label": "Move", "verb": "move-checkin", "values": {"series": "000660dd807421f78569963c6aae3400", "day": "2026-10-21"}, "emphasis": "normal", "confirm": null}, {"label": "Skip this one", "verb": "skip-checkin", "values": {"series": "000660dd807421f78569963c6aae3400", "day": "2026-10-21"}, "emphasis": "normal", "confirm": "Skip this 1:1? The other of you is told, and the topics wait for the next one."}], "kind": "buttons"}, {"spans": [{"text": "Only the two of you can see this.", "style": "plain"}], "kind": "context"}], "private": true}','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 20:45:00.000000',NULL,'checkin-day:000660dd80716529b5063217462c69d8/2026-10-21/c2bad9f93a20','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000001',NULL);
INSERT INTO "outbox" VALUES('000660dd808af47b45e6d1b761aaab67','sample-elementary','input/reminder/000660dd80716529b5063217462c69d8/2026-10-20','person:000660dd80716529b5063217462c69d8','{"summary": "1 staff input waits for your answer", "parts": [{"spans": [{"text": "1 staff input waits for your answer.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "I-001", "style": "bold"}, {"text": ": ten school days are promised; this one has until Mon, Nov 2.", "style": "plain"}], "kind": "paragraph"}, {"buttons": [{"label": "Show what waits", "verb": "inputs", "values": {}, "emphasis": "primary", "confirm": null}], "kind": "buttons"}], "private": true}','slack','sent','2026-10-20 13:45:00.000000','2026-10-21 21:30:00.000000',NULL,'input-owed:000660dd80716529b5063217462c69d8','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','DU039NOEL','1792503900.000002',NULL);
INSERT INTO "outbox" VALUES('000660dd808b9fb2ab503385fd573b58','sample-elementary','meeting/2026-10-27/call','ilt','{"summary": "Call for items: the ILT on Tue, Oct 27, 3:30 PM", "parts": [{"text": "Call for items: ILT, Tue, Oct 27", "kind": "heading"}, {"spans": [{"text": "We meet on Tue, Oct 27, 3:30 PM. Already in: ", "style": "plain"}, {"text": "3 standing strategies", "style": "bold"}, {"text": ".", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "What should your team''s voice add?", "style": "plain"}], "kind": "paragraph"}, {"buttons": [{"label": "Add an item", "verb": "add-item", "values": {}, "emphasis": "primary", "confirm": null}, {"label": "Add for my team", "verb": "add-item", "values": {"for_team": "yes"}, "emphasis": "normal", "confirm": null}, {"label": "Nothing this time", "verb": "nothing-to-add", "values": {}, "emphasis": "normal", "confirm": null}], "kind": "buttons"}, {"spans": [{"text": "You can add until the agenda is published on Mon, Oct 26, 2:00 PM.", "style": "plain"}], "kind": "context"}], "private": false}','slack','sent','2026-10-20 13:45:00.000000','2026-10-23 19:00:00.000000',NULL,'meeting:2026-10-27','never',1,NULL,NULL,'2026-10-20 13:45:00.000000','2026-10-20 13:45:00.000000','C0ILT','1792503900.000000',NULL);
INSERT INTO "outbox" VALUES('000660dd80930d282ea7691dde092035','sample-elementary','checkin/reminder/000660dd80713c29114f919f2fa74ce9/2026-10-22','person:000660dd80713c29114f919f2fa74ce9','{"summary": "About your 1:1 on Thu, Oct 22", "parts": [{"spans": [{"text": "Your 1:1 with Mina Linden is on Thu, Oct 22 at 2:45 PM, 30 minutes.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "No topics yet. One each is plenty.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Add a topic", "verb": "add-topic", "values": {"series": "000660dd807421212eebbb0b3f372448", "day": "2026-10-22"}, "emphasis": "primary", "confirm": null}, {"label": "Move", "verb": "move-checkin", "values": {"series": "000660dd807421212eebbb0b3f372448", "day": "2026-10-22"}, "emphasis": "normal", "confirm": null}, {"label": "Skip this one", "verb": "skip-checkin", "values": {"series": "000660dd807421212eebbb0b3f372448", "day": "2026-10-22"}, "emphasis": "normal", "confirm": "Skip this 1:1? The other of you is told, and the topics wait for the next one."}], "kind": "buttons"}, {"spans": [{"text": "Only the two of you can see this.", "style": "plain"}], "kind": "context"}], "private": true}','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 20:45:00.000000',NULL,'checkin-day:000660dd80713c29114f919f2fa74ce9/2026-10-22/03e162b84eb5','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU014OLI','1792590300.000000',NULL);
INSERT INTO "outbox" VALUES('000660dd80935f6f23456cc37d360e91','sample-elementary','checkin/reminder/000660dd80713defafd6033dd919a634/2026-10-22','person:000660dd80713defafd6033dd919a634','{"summary": "About your 1:1 on Thu, Oct 22", "parts": [{"spans": [{"text": "Your 1:1 with Mina Linden is on Thu, Oct 22 at 8:00 AM, 30 minutes.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "No topics yet. One each is plenty.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Add a topic", "verb": "add-topic", "values": {"series": "000660dd807421af928f4a90033ced5b", "day": "2026-10-22"}, "emphasis": "primary", "confirm": null}, {"label": "Move", "verb": "move-checkin", "values": {"series": "000660dd807421af928f4a90033ced5b", "day": "2026-10-22"}, "emphasis": "normal", "confirm": null}, {"label": "Skip this one", "verb": "skip-checkin", "values": {"series": "000660dd807421af928f4a90033ced5b", "day": "2026-10-22"}, "emphasis": "normal", "confirm": "Skip this 1:1? The other of you is told, and the topics wait for the next one."}], "kind": "buttons"}, {"spans": [{"text": "Only the two of you can see this.", "style": "plain"}], "kind": "context"}], "private": true}','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 14:00:00.000000',NULL,'checkin-day:000660dd80713defafd6033dd919a634/2026-10-22/751d49249771','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU019TEA','1792590300.000000',NULL);
INSERT INTO "outbox" VALUES('000660dd8093a2196e789f0609861c88','sample-elementary','checkin/reminder/000660dd807164d80061ceef4fdff437/2026-10-22','person:000660dd807164d80061ceef4fdff437','{"summary": "About your 1:1s on Thu, Oct 22", "parts": [{"spans": [{"text": "Your 1:1 with Tea Sage is on Thu, Oct 22 at 8:00 AM, 30 minutes.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "No topics yet. One each is plenty.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Add a topic", "verb": "add-topic", "values": {"series": "000660dd807421af928f4a90033ced5b", "day": "2026-10-22"}, "emphasis": "primary", "confirm": null}, {"label": "Move", "verb": "move-checkin", "values": {"series": "000660dd807421af928f4a90033ced5b", "day": "2026-10-22"}, "emphasis": "normal", "confirm": null}, {"label": "Skip this one", "verb": "skip-checkin", "values": {"series": "000660dd807421af928f4a90033ced5b", "day": "2026-10-22"}, "emphasis": "normal", "confirm": "Skip this 1:1? The other of you is told, and the topics wait for the next one."}], "kind": "buttons"}, {"spans": [{"text": "Your 1:1 with Oli Nettle is on Thu, Oct 22 at 2:45 PM, 30 minutes.", "style": "plain"}], "kind": "paragraph"}, {"spans": [{"text": "No topics yet. One each is plenty.", "style": "plain"}], "kind": "context"}, {"buttons": [{"label": "Add a topic", "verb": "add-topic", "values": {"series": "000660dd807421212eebbb0b3f372448", "day": "2026-10-22"}, "emphasis": "primary", "confirm": null}, {"label": "Move", "verb": "move-checkin", "values": {"series": "000660dd807421212eebbb0b3f372448", "day": "2026-10-22"}, "emphasis": "normal", "confirm": null}, {"label": "Skip this one", "verb": "skip-checkin", "values": {"series": "000660dd807421212eebbb0b3f372448", "day": "2026-10-22"}, "emphasis": "normal", "confirm": "Skip this 1:1? The other of you is told, and the topics wait for the next one."}], "kind": "buttons"}, {"spans": [{"text": "Only the two of you can see this.", "style": "plain"}], "kind": "context"}], "private": true}','slack','sent','2026-10-21 13:45:00.000000','2026-10-22 20:45:00.000000',NULL,'checkin-day:000660dd807164d80061ceef4fdff437/2026-10-22/f81285c976ce','never',1,NULL,NULL,'2026-10-21 13:45:00.000000','2026-10-21 13:45:00.000000','DU038MINA','1792590300.000000',NULL);
CREATE TABLE people (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	title VARCHAR(120) NOT NULL, 
	email VARCHAR(254), 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (id), 
	CONSTRAINT uq_people_school_key UNIQUE (school, "key")
);
INSERT INTO "people" VALUES('000660dd807137456a5883d2776163eb','sample-elementary','ada-acorn','Ada Acorn','K-1 rep','ada.acorn@sample.example',1);
INSERT INTO "people" VALUES('000660dd807137addb398162e2ff9716','sample-elementary','bea-birch','Bea Birch','K-1 teacher','bea.birch@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071380e0697a6051c5a0a78','sample-elementary','cal-cedar','Cal Cedar','K-1 teacher','cal.cedar@sample.example',1);
INSERT INTO "people" VALUES('000660dd807138783584093eac256f9c','sample-elementary','dot-dogwood','Dot Dogwood','K-1 teacher','dot.dogwood@sample.example',1);
INSERT INTO "people" VALUES('000660dd807138d67562256c99e12f8e','sample-elementary','eli-elm','Eli Elm','K-1 teacher','eli.elm@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071393169feb2b008ea7b00','sample-elementary','fay-fern','Fay Fern','K-1 teacher','fay.fern@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713994e3f745799bd64c5c','sample-elementary','gus-gorse','Gus Gorse','K-1 teacher','gus.gorse@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713a01c914ba78374a73ff','sample-elementary','ida-hazel','Ida Hazel','K-1 teacher','ida.hazel@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713a59245a77448bc22dc7','sample-elementary','jay-ivy','Jay Ivy','Grade 2 rep','jay.ivy@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713ab35fbca228d63258f3','sample-elementary','kit-juniper','Kit Juniper','Grade 2 teacher','kit.juniper@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713b0a38de9b0a43cc6371','sample-elementary','lea-kelp','Lea Kelp','Grade 2 teacher','lea.kelp@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713b68831a9db54cdf9074','sample-elementary','max-laurel','Max Laurel','Grade 2 teacher','max.laurel@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713bc8fd412d69e27f83b6','sample-elementary','nia-maple','Nia Maple','Grade 2 teacher','nia.maple@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713c29114f919f2fa74ce9','sample-elementary','oli-nettle','Oli Nettle','Grade 3 lead','oli.nettle@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713c84a396e8beba60840e','sample-elementary','pia-olive','Pia Olive','Grade 3 teacher','pia.olive@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713cdbd96fc292b5db5e09','sample-elementary','quin-poppy','Quin Poppy','Grade 3 teacher','quin.poppy@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713d317ecd142a9cd27d19','sample-elementary','ray-quince','Ray Quince','Grade 3 teacher','ray.quince@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713d89d3860dad40eb3382','sample-elementary','sol-rowan','Sol Rowan','Grade 3 teacher','sol.rowan@sample.example',1);
INSERT INTO "people" VALUES('000660dd80713defafd6033dd919a634','sample-elementary','tea-sage','Tea Sage','Grade 4 lead','tea.sage@sample.example',1);
INSERT INTO "people" VALUES('000660dd80715e637b5388b68cef8ecf','sample-elementary','uma-thistle','Uma Thistle','Grade 4 teacher','uma.thistle@sample.example',1);
INSERT INTO "people" VALUES('000660dd80715f1d26f9bb4dcd8b893f','sample-elementary','vic-umber','Vic Umber','Grade 4 teacher','vic.umber@sample.example',1);
INSERT INTO "people" VALUES('000660dd80715f7f21cedc7b8e70ea18','sample-elementary','wes-violet','Wes Violet','Grade 4 teacher','wes.violet@sample.example',1);
INSERT INTO "people" VALUES('000660dd80715fd471639cc7cc62e56f','sample-elementary','xan-willow','Xan Willow','Grade 4 teacher','xan.willow@sample.example',1);
INSERT INTO "people" VALUES('000660dd80716034fc7b61a506d89972','sample-elementary','yara-xylem','Yara Xylem','Grade 5 lead','yara.xylem@sample.example',1);
INSERT INTO "people" VALUES('000660dd807160891aa8fcd7e7191813','sample-elementary','zoe-yarrow','Zoe Yarrow','Grade 5 teacher','zoe.yarrow@sample.example',1);
INSERT INTO "people" VALUES('000660dd807160d92a9605697400feba','sample-elementary','amos-zinnia','Amos Zinnia','Grade 5 teacher','amos.zinnia@sample.example',1);
INSERT INTO "people" VALUES('000660dd80716125ac30f14063a88297','sample-elementary','bree-aspen','Bree Aspen','Grade 5 teacher','bree.aspen@sample.example',1);
INSERT INTO "people" VALUES('000660dd807161725612a0e279477e48','sample-elementary','cleo-balsam','Cleo Balsam','Grade 5 teacher','cleo.balsam@sample.example',1);
INSERT INTO "people" VALUES('000660dd807161be02348746d3274108','sample-elementary','dale-clover','Dale Clover','Math coach','dale.clover@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071620c2e598dd34226b402','sample-elementary','elsa-daisy','Elsa Daisy','Music teacher','elsa.daisy@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071625cb181a759c6120e17','sample-elementary','finn-elder','Finn Elder','Art teacher','finn.elder@sample.example',1);
INSERT INTO "people" VALUES('000660dd807162af566593da963c6c53','sample-elementary','gwen-flax','Gwen Flax','PE teacher','gwen.flax@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071630d5b40f5c85d6771c3','sample-elementary','hugo-ginger','Hugo Ginger','Special education teacher','hugo.ginger@sample.example',1);
INSERT INTO "people" VALUES('000660dd80716365be2320c62c27992a','sample-elementary','iris-heather','Iris Heather','Special education teacher','iris.heather@sample.example',1);
INSERT INTO "people" VALUES('000660dd807163bf0b445a0232fdcdb0','sample-elementary','jude-iris','Jude Iris','Special education teacher','jude.iris@sample.example',1);
INSERT INTO "people" VALUES('000660dd807164247c99ad39eb4135a3','sample-elementary','kaya-jasmine','Kaya Jasmine','ELL teacher','kaya.jasmine@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071647f4e8b7e2c7ee213c5','sample-elementary','lars-kale','Lars Kale','ELL teacher','lars.kale@sample.example',1);
INSERT INTO "people" VALUES('000660dd807164d80061ceef4fdff437','sample-elementary','mina-linden','Mina Linden','Principal','mina.linden@sample.example',1);
INSERT INTO "people" VALUES('000660dd80716529b5063217462c69d8','sample-elementary','noel-mint','Noel Mint','Assistant principal','noel.mint@sample.example',1);
INSERT INTO "people" VALUES('000660dd8071657a3bdc02983146790f','sample-elementary','opal-nutmeg','Opal Nutmeg','Office manager','opal.nutmeg@sample.example',1);
INSERT INTO "people" VALUES('000660dd807165cc574c82d2265c4842','sample-elementary','pete-oak','Pete Oak','School counselor','pete.oak@sample.example',1);
CREATE TABLE requests (
	"key" VARCHAR(255) NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_requests PRIMARY KEY ("key")
);
INSERT INTO "requests" VALUES('sample-elementary/view/VAF526745DA','2026-10-19 18:00:00.000000');
CREATE TABLE revisions (
	school VARCHAR(64) NOT NULL, 
	revision VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_revisions PRIMARY KEY (school)
);
INSERT INTO "revisions" VALUES('sample-elementary','000660dd806fee33689ff45a9b6ffe60');
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
	last_day DATE, 
	CONSTRAINT pk_schools PRIMARY KEY (id)
);
INSERT INTO "schools" VALUES('sample-elementary','Sample Elementary','America/Denver','2026-10-19 18:00:00.000000','07:45:00.000000','07:30:00.000000','15:30:00.000000','ilt','all-staff','2026-08-17','2027-06-04');
CREATE TABLE staff_input (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	author VARCHAR(32) NOT NULL, 
	team VARCHAR(64), 
	carrier VARCHAR(32), 
	mode VARCHAR(32) NOT NULL, 
	topic VARCHAR(32) NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	see VARCHAR(600) NOT NULL, 
	suggest VARCHAR(400) NOT NULL, 
	credit BOOLEAN NOT NULL, 
	received_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	passed_see VARCHAR(600) NOT NULL, 
	passed_suggest VARCHAR(400) NOT NULL, 
	passed_at DATETIME, 
	outcome VARCHAR(1500) NOT NULL, 
	outcome_by VARCHAR(32), 
	outcome_at DATETIME, 
	reason VARCHAR(32), 
	look_again DATE, 
	meeting_on DATE, 
	decision VARCHAR(16), 
	decision_id VARCHAR(32), 
	CONSTRAINT pk_staff_input PRIMARY KEY (id), 
	CONSTRAINT uq_staff_input_school_number UNIQUE (school, number), 
	CONSTRAINT ck_staff_input_mode CHECK (mode IN ('named', 'through_rep')), 
	CONSTRAINT ck_staff_input_topic CHECK (topic IN ('instruction', 'curriculum_and_materials', 'assessment', 'student_support', 'schedule_and_time', 'professional_learning', 'communication', 'climate', 'idea', 'thanks', 'other')), 
	CONSTRAINT ck_staff_input_scope CHECK (scope IN ('my_team', 'several_teams', 'whole_school')), 
	CONSTRAINT ck_staff_input_inputstate CHECK (state IN ('received', 'passed_on', 'answered', 'on_agenda', 'declined', 'considered', 'withdrawn')), 
	CONSTRAINT ck_staff_input_declinereason CHECK (reason IN ('not_ours', 'already_decided', 'not_now', 'evidence'))
);
INSERT INTO "staff_input" VALUES('000660dd8080fea8f67edcfb0fc0a991','sample-elementary',1,'000660dd80715e637b5388b68cef8ecf','grade-4',NULL,'named','instruction','several_teams','Reading groups need more time','',0,'2026-10-19 18:00:00.000000','received','','',NULL,'',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "strategies" VALUES('000660dd80735a750700b6f13abf5978','sample-elementary','math-talk','Student talk in math','Look-fors agreed; first walkthroughs under way.',0,1,NULL);
INSERT INTO "strategies" VALUES('000660dd80735ae1444991a7f1ed236b','sample-elementary','small-groups','Small-group reading','Schedules are set; materials arrive this month.',1,1,NULL);
INSERT INTO "strategies" VALUES('000660dd80735b09e59dbee8c584c268','sample-elementary','belonging','Attendance and belonging','Morning greeting in every room since September.',2,1,NULL);
CREATE TABLE teams (
	id VARCHAR(32) NOT NULL, 
	school VARCHAR(64) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	channel VARCHAR(80), 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_teams PRIMARY KEY (id), 
	CONSTRAINT uq_teams_school_key UNIQUE (school, "key")
);
INSERT INTO "teams" VALUES('000660dd807132fd49ca7b53e05b49e6','sample-elementary','k-1','K-1','k-1',0);
INSERT INTO "teams" VALUES('000660dd807133baa31fd69440b6942d','sample-elementary','grade-2','Grade 2','grade-2',1);
INSERT INTO "teams" VALUES('000660dd8071342f271db78d2fc14167','sample-elementary','grade-3','Grade 3','grade-3',2);
INSERT INTO "teams" VALUES('000660dd8071348e4e1143b858d0bfb7','sample-elementary','grade-4','Grade 4','grade-4',3);
INSERT INTO "teams" VALUES('000660dd807134f59ecde05d38eaac36','sample-elementary','grade-5','Grade 5','grade-5',4);
INSERT INTO "teams" VALUES('000660dd8071356a5d04c6cbe2452eaf','sample-elementary','specialists','Specialists','specialists',5);
INSERT INTO "teams" VALUES('000660dd807135ee2be6d4d78ca2d6de','sample-elementary','special-education','Special education',NULL,6);
INSERT INTO "teams" VALUES('000660dd8071366afb52869a09e74fcb','sample-elementary','ell','ELL',NULL,7);
INSERT INTO "teams" VALUES('000660dd807136c75d743334cb0bc0fa','sample-elementary','office','Administration and office',NULL,8);
CREATE TABLE walkthrough_visits (
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
INSERT INTO "walkthrough_visits" VALUES('98534869313b2df1f5403efbdc422a71','sample-elementary','000660dd80763d99a4aaae71e95991c9','3-5','math','discussion','{"RT1": "seen", "RT2": "partly", "RT3": "seen", "RT4": "not_seen"}','yes','','000660dd807161be02348746d3274108','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('053850bb320c94c39d6614f98af67b02','sample-elementary','000660dd80763d99a4aaae71e95991c9','3-5','math','work-time','{"RT1": "partly", "RT2": "not_seen", "RT3": "seen", "RT4": "not_seen"}','yes','','000660dd807161be02348746d3274108','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('6deb5b04804ca7abd96199d8e199e123','sample-elementary','000660dd80763d99a4aaae71e95991c9','k-2','math','opening','{"RT1": "not_seen", "RT2": "not_seen", "RT3": "partly", "RT4": "seen"}','yes','','000660dd807161be02348746d3274108','2026-10-19');
INSERT INTO "walkthrough_visits" VALUES('3391317be0e5854eede9289fa2717a8f','sample-elementary','000660dd80763d99a4aaae71e95991c9','k-2','literacy','work-time','{"RT1": "seen", "RT2": "partly", "RT3": "not_seen", "RT4": "partly"}','yes','','000660dd80713a59245a77448bc22dc7','2026-10-19');
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
INSERT INTO "walkthrough_windows" VALUES('000660dd80763d99a4aaae71e95991c9','sample-elementary','fall-talk','reasoning_talk','2026-10-05','2026-10-30','math-talk',60,NULL,0);
INSERT INTO "walkthrough_windows" VALUES('000660dd80763e6f765ad9945c1cae4b','sample-elementary','winter-talk','reasoning_talk','2026-11-16','2026-12-04','math-talk',60,NULL,0);
CREATE INDEX ix_addresses_address ON addresses (address);
CREATE INDEX ix_calendar_days_school ON calendar_days (school);
CREATE INDEX ix_duties_school ON duties (school);
CREATE INDEX ix_memberships_school ON memberships (school);
CREATE INDEX ix_people_school ON people (school);
CREATE INDEX ix_teams_school ON teams (school);
CREATE INDEX ix_outbox_leases ON outbox (state, lease_until);
CREATE INDEX ix_outbox_school ON outbox (school);
CREATE INDEX ix_outbox_turns ON outbox (school, audience, state, due_at);
CREATE INDEX ix_outbox_waiting ON outbox (school, due_at) WHERE state = 'pending';
CREATE INDEX ix_requests_kept_at ON requests (kept_at);
CREATE INDEX ix_agenda_items_open ON agenda_items (school, state);
CREATE INDEX ix_agenda_items_school ON agenda_items (school);
CREATE INDEX ix_meeting_roles_school ON meeting_roles (school);
CREATE INDEX ix_meeting_series_school ON meeting_series (school);
CREATE INDEX ix_meetings_school ON meetings (school);
CREATE INDEX ix_strategies_school ON strategies (school);
CREATE INDEX ix_staff_input_author ON staff_input (school, author);
CREATE INDEX ix_staff_input_school ON staff_input (school);
CREATE INDEX ix_decision_questions_decision ON decision_questions (decision);
CREATE INDEX ix_decision_questions_school ON decision_questions (school);
CREATE INDEX ix_decision_questions_state ON decision_questions (school, state);
CREATE INDEX ix_decision_receipts_school ON decision_receipts (school);
CREATE INDEX ix_decisions_school ON decisions (school);
CREATE INDEX ix_decisions_state ON decisions (school, state);
CREATE INDEX ix_walkthrough_visits_school ON walkthrough_visits (school);
CREATE INDEX ix_walkthrough_visits_window ON walkthrough_visits (window);
CREATE INDEX ix_walkthrough_windows_school ON walkthrough_windows (school);
CREATE INDEX ix_check_in_changes_school ON check_in_changes (school);
CREATE INDEX ix_check_in_series_school ON check_in_series (school);
CREATE INDEX ix_check_in_topics_school ON check_in_topics (school);
CREATE INDEX ix_check_in_topics_series ON check_in_topics (series);
CREATE INDEX ix_cycle_phases_cycle ON cycle_phases (cycle);
CREATE INDEX ix_cycle_phases_school ON cycle_phases (school);
CREATE INDEX ix_learning_cycles_lead ON learning_cycles (lead);
CREATE INDEX ix_learning_cycles_leader ON learning_cycles (leader);
CREATE INDEX ix_learning_cycles_school ON learning_cycles (school);
CREATE INDEX ix_learning_cycles_state ON learning_cycles (state);
COMMIT;
