-- Code tables of the health-data-warehouse layout (DCIR): what a code of the files means for this program.
-- An analyst reads and edits these rows; the other files of this folder hold no code of their own.
--
-- Sources (ids of the project's list of sources):
--   C12 schema-snds, code lists and table schemas, 15 December 2020 (OFFICIAL codes)
--   C61 SNDS documentation, beginner's guide, section 3.3 (OFFICIAL)
--   C62 SNDS documentation, the practitioner's number and notions (OFFICIAL)
--   C63 SNDS documentation, simplified practitioner reference (OFFICIAL)
--   C64 SNDS documentation, C2S (OFFICIAL)
-- INFERRED: our reading, no source says it.

-- Expense qualifiers (DPN_QLF, PRS_DPN_QLP) of lines sent for information only. Empty and any other code are kept.
-- C61; codes IR_DEP_V (C12).
CREATE TABLE m_for_information AS SELECT * FROM (VALUES
    (71, 'public-hospital activity sent for information'),
    (72, 'complementary daily tariff')
) t(code, label);

-- Legal status of practice (PSE_STJ_COD). Empty is kept: some schemes do not send it.
-- Codes IR_SJP_V (C12); which are kept: INFERRED.
CREATE TABLE m_status AS SELECT * FROM (VALUES
    (51, true,  'liberal'),
    (55, true,  'private practice of full-time hospital physicians'),
    (61, false, 'salaried, public-tariff establishment'),
    (62, false, 'salaried, private-tariff establishment'),
    (63, false, 'salaried auxiliaries'),
    (64, false, 'salaried of a professional company'),
    (69, false, 'salaried, medical service of a scheme'),
    (90, false, 'unknown value'),
    (98, false, 'not applicable'),
    (99, false, 'fictitious')
) t(code, kept, label);

-- Nature of practice (EXC_EXC_NAT). Empty is kept: unknown is no reason to leave someone out.
-- Codes IR_EPS_V (C12); selection C62, C63.
CREATE TABLE m_practice_nature AS SELECT * FROM (VALUES
    (0,  'DCIR_NOT_PRIVATE_PRACTICE', 'forbidden to practise'),
    (1,  NULL,                        'liberal'),
    (2,  NULL,                        'liberal with salaried activity'),
    (3,  NULL,                        'liberal, part-time hospital'),
    (4,  NULL,                        'liberal, full-time hospital'),
    (5,  'DCIR_NOT_PRIVATE_PRACTICE', 'salaried prescriber'),
    (6,  'DCIR_OTHER_PROFESSION',     'mutual pharmacy'),
    (7,  NULL,                        'ended: kept for the acts before'),
    (8,  'DCIR_NOT_PRIVATE_PRACTICE', 'salaried, health centre'),
    (9,  'DCIR_NOT_PRIVATE_PRACTICE', 'fictitious'),
    (11, 'DCIR_NOT_PRIVATE_PRACTICE', 'locum'),
    (41, NULL,                        'full-time hospital, patients of another physician'),
    (42, NULL,                        'full-time hospital, mixed contract'),
    (99, NULL,                        'unknown value')
) t(code, excluded, label);

-- Specialty or activity (PFS_PRA_SPE, PSE_SPE_COD): the 54 physician codes, the midwife, and codes of other professions,
-- which are sound but out of scope. 0 and 99 are "not filled": in DA_PRA_R no such code is accepted.
-- IR_SPE_V, IR_SPA_D, IR_ACT_V (C12). Tariff group: C12 grid labels, C13 (INFERRED), as in the list of specialties.
CREATE TABLE m_specialty AS
SELECT code, 'PHYSICIAN' AS profession, tariff_group FROM (VALUES
    (1, 'GP'), (2, 'ANAESTHESIA'), (3, 'OTHER'), (4, 'SURGERY_GYN_OBST'), (5, 'OTHER'), (6, 'OTHER'),
    (7, 'SURGERY_GYN_OBST'), (8, 'OTHER'), (9, 'OTHER'), (10, 'SURGERY_GYN_OBST'), (11, 'SURGERY_GYN_OBST'),
    (12, 'PAEDIATRICS'), (13, 'OTHER'), (14, 'OTHER'), (15, 'SURGERY_GYN_OBST'), (16, 'SURGERY_GYN_OBST'),
    (17, 'OTHER'), (18, 'SURGERY_GYN_OBST'), (20, 'ANAESTHESIA'), (22, 'GP'), (23, 'GP'), (31, 'OTHER'),
    (32, 'OTHER'), (33, 'OTHER'), (34, 'OTHER'), (35, 'OTHER'), (37, 'OTHER'), (38, 'OTHER'),
    (41, 'SURGERY_GYN_OBST'), (42, 'OTHER'), (43, 'SURGERY_GYN_OBST'), (44, 'SURGERY_GYN_OBST'),
    (45, 'SURGERY_GYN_OBST'), (46, 'SURGERY_GYN_OBST'), (47, 'SURGERY_GYN_OBST'), (48, 'SURGERY_GYN_OBST'),
    (49, 'SURGERY_GYN_OBST'), (69, 'OTHER'), (70, 'SURGERY_GYN_OBST'), (71, 'OTHER'), (72, 'OTHER'),
    (73, 'OTHER'), (74, 'OTHER'), (75, 'OTHER'), (76, 'OTHER'), (77, 'SURGERY_GYN_OBST'), (78, 'OTHER'),
    (79, 'SURGERY_GYN_OBST'), (80, 'OTHER'), (81, 'OTHER'), (82, 'OTHER'), (83, 'OTHER'), (84, 'OTHER'), (85, 'OTHER')
) t(code, tariff_group)
UNION ALL SELECT 21, 'MIDWIFE', 'MIDWIFE'
UNION ALL SELECT code, 'OTHER', NULL FROM (VALUES
    (19), (24), (25), (26), (27), (28), (29), (30), (36), (39), (40), (50), (51), (52), (53), (54), (55), (56), (57),
    (60), (61), (62), (63), (64), (65), (66), (67), (68)
) t(code);

-- Specialty of a line that is not filled (PSE_SPE_COD), so that the activity (PSE_ACT_NAT) decides. IR_SPE_V (C12).
CREATE TABLE m_specialty_not_filled AS SELECT * FROM (VALUES (0), (99)) t(code);

-- Activity of a line (PSE_ACT_NAT) that is a midwife's. IR_ACT_V (C12).
CREATE TABLE m_midwife_activity AS SELECT * FROM (VALUES (21)) t(code);

-- Category of the practice, third digit of a practitioner number that is not encrypted. C62.
CREATE TABLE m_number_category AS SELECT * FROM (VALUES ('1', 'PHYSICIAN'), ('5', 'MIDWIFE')) t(digit, profession);

-- Convention code (CNV_CNV_COD, PSE_CNV_COD) to sector; 8 and 9 have none. IR_CNV_V (C12).
CREATE TABLE m_convention AS SELECT * FROM (VALUES
    (0, 'NONE'), (1, '1'), (2, '1DP'), (3, '2'), (8, NULL), (9, NULL)
) t(code, sector);

-- Right to overcharge (PRA_IDP_DDP) that contradicts a sector. C63; that the convention code wins: INFERRED.
CREATE TABLE m_overcharge_right AS SELECT * FROM (VALUES ('1', '1')) t(code, disagrees_with_sector);

-- Option code of the flow (PRS_CRD_OPT) and of the reference (PRA_TOP_REF) by date; NULL is no option of this program.
-- IR_TOC_V (C12); code 4 as OPTAM-ACO from 2025, and the same codes in the reference: INFERRED.
CREATE TABLE m_option AS SELECT code, option, CAST(since AS DATE) AS since, CAST(until AS DATE) AS until, known
FROM (VALUES
    (0, NULL,        '0001-01-01', '9999-12-31', true),
    (1, NULL,        '0001-01-01', '9999-12-31', true),
    (2, NULL,        '0001-01-01', '9999-12-31', true),
    (3, 'OPTAM',     '0001-01-01', '9999-12-31', true),
    (4, 'OPTAM_CO',  '0001-01-01', '2024-12-31', true),
    (4, 'OPTAM_ACO', '2025-01-01', '9999-12-31', true),
    (9, NULL,        '0001-01-01', '9999-12-31', false)
) t(code, option, since, until, known);

-- Lines of a prestation (CPL_MAJ_TOP): acts (0, 1) and complements on their own line (2). C61.
CREATE TABLE m_line AS SELECT * FROM (VALUES
    (0, true,  'act'),
    (1, true,  'act with a complement on the same line'),
    (2, false, 'supplement or flat contribution on its own line')
) t(code, act, label);

-- Refined complement (CPL_AFF_COD) that makes a complement line a flat contribution. C61.
CREATE TABLE m_flat_contribution AS SELECT * FROM (VALUES (16)) t(code);

-- Opposable-tariff indicator (PRS_OPS_TRF): fees that count as opposable; NULL: look at the overrun. IR_TOP_V (C12).
CREATE TABLE m_opposable AS SELECT * FROM (VALUES
    (0, false), (1, true), (2, false), (9, NULL)
) t(code, opposable);

-- Category of a prestation code (BSE_PRS_NAT, else PRS_NAT_REF). IR_NAT_V (C12).
CREATE TABLE m_category AS SELECT * FROM (VALUES
    (1321, 'ADC'), (1322, 'ACO'), (1323, 'ADA'), (1324, 'ADE'), (1335, 'ADI'), (1336, 'ADI'), (1351, 'ADI'),
    (1352, 'ATM')
) t(nature, category);

-- Activity code (CAM_ACT_COD) whose category is always the same. Section 5 of the vocabulary (INFERRED).
CREATE TABLE m_activity_category AS SELECT * FROM (VALUES ('4', 'ADA')) t(activity, category);

-- Categories of this program; every other one (dental, internal …) is out of scope.
CREATE TABLE m_category_known AS SELECT * FROM (VALUES
    ('ADC'), ('ACO'), ('ADA'), ('ADE'), ('ADI'), ('ATM')
) t(category);

-- Prestation codes that are fees: consultations (11xx), visits (12xx), acts (13xx). INFERRED.
CREATE TABLE m_fee_range AS SELECT * FROM (VALUES (1100, 1399)) t(lowest, highest);

-- Codes of that range that are lump sums, bonuses or aids, by their label in IR_NAT_V (C12): outside every base.
-- That the list is complete: INFERRED.
CREATE TABLE m_lump_sum AS SELECT * FROM (VALUES
    (1124, 'treating physician, long-term illness'), (1128, 'differential of referring physician'),
    (1130, 'treating physician, lump sum'), (1138, 'CAPI, additional'), (1139, 'CAPI'), (1142, 'Sophia, joining'),
    (1143, 'Sophia, renewal'), (1144, 'follow-up after long-term illness'), (1145, 'pay for performance'),
    (1146, 'pay for performance, complement'), (1147, 'treating physician, contested'), (1148, 'elderly, follow-up'),
    (1149, 'elderly, contested'), (1150, 'territorial practitioners'), (1155, 'CAS, social contributions'),
    (1156, 'CAS, contested'), (1160, 'seasonal activity'), (1161, 'seasonal practice'), (1162, 'territorial, ambulatory'),
    (1163, 'colorectal screening'), (1166, 'tele-expertise, lump sum'), (1167, 'penalty'),
    (1169, 'death certificate'), (1171, 'treating physician, health centres'), (1173, 'patient lump sum'),
    (1176, 'employment contract'), (1177, 'parental leave'), (1178, 'structure lump sum'),
    (1179, 'structure lump sum, complement'), (1180, 'ROSP, child'), (1181, 'ROSP, child, complement'),
    (1182, 'OPTAM bonus'), (1183, 'OPTAM, contested'), (1184, 'employment contract, balance'), (1185, 'Muraine, bonus'),
    (1186, 'employment contract, further aims'), (1187, 'collective contract, investment'),
    (1188, 'collective contract, aims'), (1189, 'training contract'), (1190, 'telemonitoring, bonus'),
    (1195, 'innovation fund'), (1196, 'innovation lump sum'), (1197, 'requesting professional'),
    (1198, 'requesting professional, complement')
) t(nature, label);

-- Association code that is "unknown value". IR_ASS_V (C12). Rates: section 8 of the vocabulary, C1.
CREATE TABLE m_association AS SELECT * FROM (VALUES
    ('', 1.00), ('1', 1.00), ('2', 0.50), ('3', 0.75), ('4', 1.00), ('5', 1.00), ('9', NULL)
) t(code, rate);

-- Letters whose amount is added after the association (flat amounts in EUR); the others are percentages.
-- Section 6 of the vocabulary. A letter that is in neither list is not checked.
CREATE TABLE m_letter AS SELECT * FROM (VALUES
    ('F', true), ('U', true), ('P', true), ('S', true), ('O', true), ('M', true),
    ('K', false), ('T', false), ('J', false), ('3', false)
) t(letter, flat);

-- Beneficiary context (EXE_CTX_BEN): C2S proven or excluded. XC_CTB_V (C12): 2 CMU-C, 4 ACS, 3 neither.
CREATE TABLE m_beneficiary_context AS SELECT * FROM (VALUES (2, true), (4, true), (3, false)) t(code, c2s);

-- Contract type (BEN_CTA_TYP) of the C2S, and "no contract given". C64; 0 as not filled: INFERRED.
CREATE TABLE m_contract AS SELECT * FROM (VALUES (89, true), (0, NULL)) t(code, c2s);

-- Tariff grids (CAM_GRI_TAR): whom each is for. sector and option NULL: any; option '-': none.
-- sector1_tariff: the paid base equals the sector-1 base. without_option: the grid a member would be paid on outside.
-- Labels XC_TRF_R (C12); OPTAM_ACO as OPTAM_CO, and anaesthetists of OPTAM_ACO from 2025 on 007 or 008: INFERRED.
CREATE TABLE m_grid AS SELECT * FROM (VALUES
    (0,  NULL,               NULL,   NULL,        true,  false),
    (1,  NULL,               NULL,   NULL,        true,  false),
    (2,  NULL,               NULL,   NULL,        false, false),
    (3,  'SURGERY_GYN_OBST', '1',    NULL,        true,  false),
    (3,  'SURGERY_GYN_OBST', '1DP',  'OPTAM_CO',  true,  false),
    (3,  'SURGERY_GYN_OBST', '2',    'OPTAM_CO',  true,  false),
    (3,  'SURGERY_GYN_OBST', '1DP',  'OPTAM_ACO', true,  false),
    (3,  'SURGERY_GYN_OBST', '2',    'OPTAM_ACO', true,  false),
    (4,  'SURGERY_GYN_OBST', '1DP',  '-',         false, true),
    (4,  'SURGERY_GYN_OBST', '2',    '-',         false, true),
    (5,  'SURGERY_GYN_OBST', '1DP',  'OPTAM',     false, false),
    (5,  'SURGERY_GYN_OBST', '2',    'OPTAM',     false, false),
    (6,  'SURGERY_GYN_OBST', 'NONE', NULL,        false, false),
    (7,  'ANAESTHESIA',      '1',    NULL,        true,  false),
    (7,  'ANAESTHESIA',      '1DP',  'OPTAM',     true,  false),
    (7,  'ANAESTHESIA',      '2',    'OPTAM',     true,  false),
    (7,  'ANAESTHESIA',      '1DP',  'OPTAM_ACO', true,  false),
    (7,  'ANAESTHESIA',      '2',    'OPTAM_ACO', true,  false),
    (8,  'ANAESTHESIA',      '1DP',  '-',         false, true),
    (8,  'ANAESTHESIA',      '2',    '-',         false, true),
    (8,  'ANAESTHESIA',      '1DP',  'OPTAM_ACO', false, true),
    (8,  'ANAESTHESIA',      '2',    'OPTAM_ACO', false, true),
    (8,  'ANAESTHESIA',      'NONE', NULL,        false, false),
    (9,  'GP',               '1',    NULL,        true,  false),
    (9,  'GP',               '1DP',  'OPTAM',     true,  false),
    (9,  'GP',               '2',    'OPTAM',     true,  false),
    (10, 'GP',               '1DP',  '-',         false, true),
    (10, 'GP',               '2',    '-',         false, true),
    (10, 'GP',               'NONE', NULL,        false, false),
    (11, 'PAEDIATRICS',      '1',    NULL,        true,  false),
    (11, 'PAEDIATRICS',      '1DP',  'OPTAM',     true,  false),
    (11, 'PAEDIATRICS',      '2',    'OPTAM',     true,  false),
    (12, 'PAEDIATRICS',      '1DP',  '-',         false, true),
    (12, 'PAEDIATRICS',      '2',    '-',         false, true),
    (12, 'PAEDIATRICS',      'NONE', NULL,        false, false),
    (13, 'DENTIST',          NULL,   NULL,        false, false),
    (14, 'OTHER',            '1DP',  '-',         false, true),
    (14, 'OTHER',            '2',    '-',         false, true),
    (14, 'OTHER',            'NONE', NULL,        false, false),
    (15, 'MIDWIFE',          NULL,   NULL,        true,  false),
    (16, 'OTHER',            '1',    NULL,        true,  false),
    (16, 'OTHER',            '1DP',  'OPTAM',     true,  false),
    (16, 'OTHER',            '2',    'OPTAM',     true,  false)
) t(grid, tariff_group, sector, option, sector1_tariff, without_option);

-- Practitioner context (EXE_CTX_PFS) from 2017 on: sector, option, group. option '-': none. XC_CTP_V (C12).
-- OPTAM_CO stands for OPTAM_ACO from 2025 (INFERRED). Contexts of OPTAM_ACO anaesthetists are unknown: not listed.
CREATE TABLE m_context AS SELECT * FROM (VALUES
    (14, '1',    'OPTAM_CO', 'SURGERY_GYN_OBST'), (15, '1DP', 'OPTAM_CO', 'SURGERY_GYN_OBST'),
    (16, '2',    'OPTAM_CO', 'SURGERY_GYN_OBST'), (17, '1',   'OPTAM',    'SURGERY_GYN_OBST'),
    (18, '1',    'OPTAM',    'ANAESTHESIA'),      (19, '1',   'OPTAM',    'PAEDIATRICS'),
    (20, '1',    'OPTAM',    'GP'),               (21, '1',   'OPTAM',    'OTHER'),
    (22, '1DP',  'OPTAM',    'SURGERY_GYN_OBST'), (23, '1DP', 'OPTAM',    'ANAESTHESIA'),
    (24, '1DP',  'OPTAM',    'PAEDIATRICS'),      (25, '1DP', 'OPTAM',    'GP'),
    (26, '1DP',  'OPTAM',    'OTHER'),            (27, '2',   'OPTAM',    'SURGERY_GYN_OBST'),
    (28, '2',    'OPTAM',    'ANAESTHESIA'),      (29, '2',   'OPTAM',    'PAEDIATRICS'),
    (30, '2',    'OPTAM',    'GP'),               (31, '2',   'OPTAM',    'OTHER'),
    (32, '1',    '-',        'SURGERY_GYN_OBST'), (33, '1',   '-',        'ANAESTHESIA'),
    (34, '1',    '-',        'PAEDIATRICS'),      (35, '1',   '-',        'GP'),
    (36, '1',    '-',        'OTHER'),            (37, '1DP', '-',        'SURGERY_GYN_OBST'),
    (38, '1DP',  '-',        'ANAESTHESIA'),      (39, '1DP', '-',        'PAEDIATRICS'),
    (40, '1DP',  '-',        'GP'),               (41, '1DP', '-',        'OTHER'),
    (42, '2',    '-',        'SURGERY_GYN_OBST'), (43, '2',   '-',        'ANAESTHESIA'),
    (44, '2',    '-',        'PAEDIATRICS'),      (45, '2',   '-',        'GP'),
    (46, '2',    '-',        'OTHER'),            (47, 'NONE', '-',       'SURGERY_GYN_OBST'),
    (48, 'NONE', '-',        'ANAESTHESIA'),      (49, 'NONE', '-',       'PAEDIATRICS'),
    (50, 'NONE', '-',        'GP'),               (51, 'NONE', '-',       'OTHER')
) t(context, sector, option, tariff_group);

-- Departments that are not the first two digits of a postal code. C65 (INFERRED: to check).
-- '97' alone (from a practitioner number) stays unknown, and so does '20'.
CREATE TABLE m_postal AS SELECT * FROM (VALUES
    ('200', '2A'), ('201', '2A'), ('202', '2B'), ('206', '2B'),
    ('971', '971'), ('972', '972'), ('973', '973'), ('974', '974'), ('976', '976')
) t(prefix, department);
