INSERT INTO union_record (id, name, credit_code, employer, province, city, named_day, founded_at, kind, form,
  employer_code, established_on, approval_number, upper_union, bank, bank_account, certificate_number, certificate_until,
  seal, employer_representative)
VALUES ('01990000-0000-7000-8000-000000000001', '赣江机械有限公司工会委员会', '81360121MC0YL02618', '赣江机械有限公司',
  '36', '3601', '2026-11-19', '2026-09-01T08:42:00.000+08:00', '1', '4', '91350100M000100Y43', '2012-05-16',
  '赣开工发〔2012〕7号', '赣江区总工会', '赣江银行城东支行', '36000123456789', '工法证字第360121号', '2027-05-15', 1, '周建国');
INSERT INTO desk_person (id, name, role)
VALUES ('01990000-0000-7000-8000-000000000002', '李强', 'officer');
INSERT INTO desk_grant (id, person_id, what)
VALUES ('01990000-0000-7000-8000-000000000003', '01990000-0000-7000-8000-000000000002', 'identity');
INSERT INTO setting (id, value) VALUES ('idle_minutes', '5');
INSERT INTO import_batch (id, file_name, file_sha256, page, people, imported_at, pasted)
VALUES ('01990000-0000-7000-8000-000000000004', '花名册.xlsx', 'ab12', '第一页', 320, '2026-09-02T15:10:00.000+08:00', 1);
INSERT INTO import_column (id, batch_id, page, place, heading, field)
VALUES ('01990000-0000-7000-8000-00000000ab01', '01990000-0000-7000-8000-000000000004', '第一页', 2, '姓 名', '姓名');
INSERT INTO person (id, name, name_key, name_sort, sex, birth, birth_precision, ethnicity, education, political,
  skill_grade, household, native_place, migrant, note, batch_id, batch_row, card_number,
  household_place, started_on, started_precision, title)
VALUES ('01990000-0000-7000-8000-000000000005', '王小明', '王小明', 'wang xiao ming', 'male', '1980-03-01', 'month',
  '汉族', '大专', '群众', '高级工', '农业户口', '江西南昌', 1, '夜班', '01990000-0000-7000-8000-000000000004', 17,
  '3601000012', '江西省南昌市', '2001-07-01', 'month', '工程师');
INSERT INTO person_identity (id, kind, number, phone, other_phones, email)
VALUES ('01990000-0000-7000-8000-000000000005', '居民身份证', '36012119800101999X', '13800138000', '13900139000',
  'wang@example.com');
INSERT INTO import_row (id, batch_id, person_id, page, place, cells, filled)
VALUES ('01990000-0000-7000-8000-00000000ab02', '01990000-0000-7000-8000-000000000004',
  '01990000-0000-7000-8000-000000000005', '第一页', 17, '["1","王小明"]', '[]');
INSERT INTO consent (id, person_id, purpose, about, recipient, given_on, given_how, withdrawn_on)
VALUES ('01990000-0000-7000-8000-000000000006', '01990000-0000-7000-8000-000000000005', 'publish', '先进名单上墙',
  '公司办公室', '2026-09-01', 'paper', '2026-10-01');
INSERT INTO employment (id, person_id, employer, shop, post, work_number, form, status, hired_on, hired_precision, left_on,
  employer_code, team)
VALUES ('01990000-0000-7000-8000-000000000007', '01990000-0000-7000-8000-000000000005', '赣江机械有限公司', '焊接',
  '电焊工', '1024', 'contract', '在岗', '2004-01-01', 'year', '2026-10-31', '91350100M000100Y43',
  '三班');
INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision, reason, note, other_union, until_on)
VALUES ('01990000-0000-7000-8000-000000000008', '01990000-0000-7000-8000-000000000005', 'joined', '2005-05-01', 'day',
  '本人申请', '档案里有申请书', '云岭铸造厂工会', '2027-05-01');
INSERT INTO admission (id, approved_on, late_entry, handed_on)
VALUES ('01990000-0000-7000-8000-00000000dd01', '2026-09-20', '会议记录在纸上', '2026-09-25');
INSERT INTO application (id, person_id, applied_on, signed, group_on, group_by, group_text, admission_id, event_id,
  refused_on, refused_why, agreement)
VALUES ('01990000-0000-7000-8000-00000000dd02', '01990000-0000-7000-8000-000000000005', '2026-09-15', 1, '2026-09-16',
  '焊接一组', '同意入会', '01990000-0000-7000-8000-00000000dd01', '01990000-0000-7000-8000-000000000008', '2026-09-18',
  '签名不是本人的', 'agreed');
INSERT INTO expulsion (id, person_id, event_id, group_on, group_by, group_text, court, judgement, judged_on, upper, late_entry)
VALUES ('01990000-0000-7000-8000-00000000dd04', '01990000-0000-7000-8000-000000000005',
  '01990000-0000-7000-8000-000000000008', '2026-09-10', '焊接一组', '同意开除', '南昌县人民法院', '（2026）赣0121刑初12号',
  '2026-09-01', '南昌县总工会', '会议记录在纸上');
INSERT INTO member_number (id, person_id, number, given_on)
VALUES ('01990000-0000-7000-8000-00000000dd03', '01990000-0000-7000-8000-000000000005', 321, '2026-09-20');
INSERT INTO negotiation (id, year, title, started_on, province, city, late_entry)
VALUES ('01990000-0000-7000-8000-000000000009', 2026, '2026年度工资集体协商', '2026-09-15', '36', '3601', '按档案补录');
INSERT INTO negotiation_topic (id, negotiation_id, ord, title, proposal, kinds, aside, aside_why)
VALUES ('01990000-0000-7000-8000-000000000010', '01990000-0000-7000-8000-000000000009', 1, '年度工资增长幅度', '增长8%',
  'wage,women', 'carried', '第2轮会议上双方同意留到下一年度再谈');
INSERT INTO negotiation_offer (id, negotiation_id, by_side, addressee, reasons, issued_on, received_on, received_by,
  proposed_on, proposed_place, contact, information, reply_due, reply_rule, law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-000000000011', '01990000-0000-7000-8000-000000000009', 'workers', '赣江机械有限公司',
  '合同期满', '2026-10-09', '2026-10-09', '公司办公室', '2026-11-05', '会议室', '张敏', '工资总额', '2026-10-29',
  'JX-19-REPLY', '2026.1', '按档案补录');
INSERT INTO negotiation_reply (id, negotiation_id, kind, replied_on, replied_by, text, meets_on, meets_place, late_entry)
VALUES ('01990000-0000-7000-8000-000000000012', '01990000-0000-7000-8000-000000000009', 'agreed', '2026-11-02',
  '公司办公室', '同意', '2026-11-05', '会议室', '按档案补录');
INSERT INTO negotiation_representative (id, negotiation_id, side, ord, person_id, name, sex, post, chief, outside,
  front_line, personnel_manager, chosen_how, chosen_on, replaces_id)
VALUES ('01990000-0000-7000-8000-000000000013', '01990000-0000-7000-8000-000000000009', 'workers', 1,
  '01990000-0000-7000-8000-000000000005', '王小明', 'male', '电焊工', 1, 0, 1, 0, '职代会表决通过', '2026-09-24',
  '01990000-0000-7000-8000-000000000013');
INSERT INTO meeting (id, negotiation_id, round, held_on, begins, ends, place, chair_id, recorder_name, recorder_post,
  agenda, next_on, next_place, late_entry, noted)
VALUES ('01990000-0000-7000-8000-000000000014', '01990000-0000-7000-8000-000000000009', 2, '2026-11-03', '09:30',
  '11:50', '会议室', '01990000-0000-7000-8000-000000000013', '沈一诺', '档案员', '逐项协商', '2026-11-20', '会议室',
  '按档案补录', '企业方尚未提供利润总额');
INSERT INTO meeting_attendance (id, meeting_id, representative_id, present, reason, chief)
VALUES ('01990000-0000-7000-8000-000000000015', '01990000-0000-7000-8000-000000000014',
  '01990000-0000-7000-8000-000000000013', 0, '出差', 1);
INSERT INTO meeting_topic (id, meeting_id, topic_id, ord, workers_position, employer_position, evidence, result,
  agreed_text)
VALUES ('01990000-0000-7000-8000-000000000016', '01990000-0000-7000-8000-000000000014',
  '01990000-0000-7000-8000-000000000010', 1, '增长8%', '增长5%', '物价指数', 'agreed', '增长6%');
INSERT INTO meeting_undertaking (id, meeting_id, ord, what, side, owner, due_on, done_on)
VALUES ('01990000-0000-7000-8000-000000000017', '01990000-0000-7000-8000-000000000014', 1, '提供分车间工资总额',
  'employer', '财务部', '2026-11-12', '2026-11-10');
INSERT INTO agreement (id, negotiation_id, kind, title, term_from, term_to)
VALUES ('01990000-0000-7000-8000-00000000a901', '01990000-0000-7000-8000-000000000009', 'wage',
  '2026年度工资专项集体合同', '2026-12-27', '2027-12-26');
INSERT INTO negotiation_seal (id, negotiation_id, sealed_on, outcome, reason, law_pack, plan)
VALUES ('01990000-0000-7000-8000-00000000a911', '01990000-0000-7000-8000-000000000009', '2027-12-28', 'abandoned',
  '企业解散', '2026.1', 'null');
INSERT INTO negotiation_party (id, negotiation_id, agreement_id, employer, union_name, employer_code, union_code)
VALUES ('01990000-0000-7000-8000-00000000a915', '01990000-0000-7000-8000-000000000009',
  '01990000-0000-7000-8000-00000000a901', '江西示例机械有限公司', '江西示例机械有限公司工会委员会',
  '91360121MA35YL6164', '81360121MC0YL02618');
INSERT INTO negotiation_paper (id, negotiation_id, kind, of_id, title, dated, missing, facts)
VALUES ('01990000-0000-7000-8000-00000000a959', '01990000-0000-7000-8000-000000000009', 'negotiation.representatives',
  '01990000-0000-7000-8000-000000000009', '协商代表名单', '2026-11-04', '企业方代表', '{"template": "negotiation/representatives"}');
INSERT INTO negotiation (id, year, title, started_on, province, city, late_entry, continues_id)
VALUES ('01990000-0000-7000-8000-00000000a912', 2027, '2027年度工资集体协商（接续）', '2027-12-29', '36', '3601', '按档案补录',
  '01990000-0000-7000-8000-000000000009');
INSERT INTO agreement (id, negotiation_id, kind, title, term_from, term_to, continues_id, amends_id)
VALUES ('01990000-0000-7000-8000-00000000a913', '01990000-0000-7000-8000-00000000a912', 'wage',
  '2026年度工资专项集体合同变更协议', '2026-12-27', '2027-12-26', '01990000-0000-7000-8000-00000000a901',
  '01990000-0000-7000-8000-00000000a901');
INSERT INTO agreement_amendment (id, act, proposed_by, proposed_on, ground_key, ground_text, reason, effective_on, terms)
VALUES ('01990000-0000-7000-8000-00000000a913', 'change', 'workers', '2027-12-20', 'item1', '双方协商一致', '工艺变化',
  '2028-02-01', '差额补发');
INSERT INTO agreement_change (id, agreement_id, ord, clause, was, becomes)
VALUES ('01990000-0000-7000-8000-00000000a914', '01990000-0000-7000-8000-00000000a913', 1, '夜班津贴', '每班30元', '每班40元');
INSERT INTO agreement_filing (id, department, filer, phone, enterprise_kind, trade, covered, business, previous, disputed)
VALUES ('01990000-0000-7000-8000-00000000a901', '县人社局', '饶思敏', '分机8001', '有限责任公司', '通用设备制造业', 320,
  '生产结构件', '都已兑现', '计件单价另行协商');
INSERT INTO negotiation_event (id, negotiation_id, agreement_id, representative_id, kind, happened_on, until_on, text,
  workers_chief, employer_chief, receiver, number, copies, people, how, valid_until, late_entry, side)
VALUES ('01990000-0000-7000-8000-000000000018', '01990000-0000-7000-8000-000000000009',
  '01990000-0000-7000-8000-00000000a901', '01990000-0000-7000-8000-000000000013', 'in_effect', '2026-12-27',
  '2027-01-05', '合同生效', '王小明', '罗建平', '区人社局', '人社审〔2026〕8号', 6, 40, 'silence', '2027-12-26', '按档案补录',
  'employer');
INSERT INTO representative_election (id, negotiation_id, meeting, held_on, begins, place, chair, chair_post, recorder,
  recorder_post, due, present, way, proposed_by, given, returned, valid, tellers, scrutineers, remarks, post_from, post_to,
  post_places, objections_who, objections_office, objections_phone, law_pack, late_entry, objections, objections_said,
  objections_settled)
VALUES ('01990000-0000-7000-8000-00000000b101', '01990000-0000-7000-8000-000000000009', '第三届职工代表大会第四次会议',
  '2026-09-24', '14:00', '职工活动中心', '张敏', '工会主席', '沈一诺', '档案员', 45, 42, 'secret', '各班组推荐', 42, 42, 41,
  '艾小梅', '付春生', '没有不同意见', '2026-09-25', '2026-09-30', '各车间公告栏', '邓玉兰', '办公楼206室', '分机8206',
  '2026.1', '按档案补录', 'settled', '有职工反映一名代表不在一线', '经核对名册，一线代表人数符合规定');
INSERT INTO representative_candidate (id, election_id, ord, representative_id, name, sex, post, front_line, votes_for,
  votes_against, abstained)
VALUES ('01990000-0000-7000-8000-00000000b102', '01990000-0000-7000-8000-00000000b101', 1,
  '01990000-0000-7000-8000-000000000013', '王小明', 'male', '电焊工', 1, 40, 1, 1);
INSERT INTO negotiation_mandate (id, negotiation_id, kind, side, representative_id, name, sex, unit, profession, certificate,
  id_last4, principal, principal_post, reason, scope, given_on, from_on, until_on, late_entry, secrecy_on)
VALUES ('01990000-0000-7000-8000-00000000b103', '01990000-0000-7000-8000-000000000009', 'chief', 'workers',
  '01990000-0000-7000-8000-000000000013', '王小明', 'male', '焊接车间', '电焊', '电焊证', '001X', '张敏', '工会主席', '出差在外',
  '主持协商会议', '2026-09-26', '2026-09-27', '2026-12-31', '按档案补录', '2026-10-28');
INSERT INTO opinion_survey (id, negotiation_id, from_on, to_on, how, handed_out, returned, late_entry)
VALUES ('01990000-0000-7000-8000-00000000b104', '01990000-0000-7000-8000-000000000009', '2026-09-16', '2026-09-20',
  '发放征集表', 320, 263, '按档案补录');
INSERT INTO opinion_topic (id, survey_id, ord, title, people, gist, topic_id)
VALUES ('01990000-0000-7000-8000-00000000b105', '01990000-0000-7000-8000-00000000b104', 1, '工资增长', 241, '希望增长8%',
  '01990000-0000-7000-8000-000000000010');
INSERT INTO petition_count (id, event_id, asked_by, whole, larger)
VALUES ('01990000-0000-7000-8000-00000000b106', '01990000-0000-7000-8000-000000000018', 'delegates', 320, 1);
INSERT INTO negotiation_information (id, negotiation_id, ord, of_side, name, period, secret, asked_on, asked_by, received_on,
  received_from, form, pages, refused_on, refused_reason, note)
VALUES ('01990000-0000-7000-8000-00000000b904', '01990000-0000-7000-8000-000000000009', 1, 'employer', '上年度工资总额',
  '2025年度', 1, '2026-10-28', '王小明', '2026-11-01', '财务部', '复印件', 4, '2026-10-30', '涉及商业秘密', '不含个人姓名');
INSERT INTO negotiation_secrecy (id, negotiation_id, representative_id, signed_on)
VALUES ('01990000-0000-7000-8000-00000000b905', '01990000-0000-7000-8000-000000000009',
  '01990000-0000-7000-8000-000000000013', '2026-10-28');
INSERT INTO negotiation_order (id, negotiation_id, department, asked_on, ordered_on, number, correct_by, note, late_entry)
VALUES ('01990000-0000-7000-8000-00000000b902', '01990000-0000-7000-8000-000000000009', '县人社局', '2026-11-20', '2026-11-30',
  '人社责〔2026〕2号', '2026-12-15', '当面送交', '按档案补录');
INSERT INTO negotiation_suspension (id, negotiation_id, meeting_id, reason, force_majeure, from_on, resume_on, resume_place,
  resume_subject, workers_agreed, employer_agreed, resumed_on, resumed_note, late_entry)
VALUES ('01990000-0000-7000-8000-00000000b903', '01990000-0000-7000-8000-000000000009', '01990000-0000-7000-8000-000000000014',
  '等上年度的审计报告', 0, '2026-11-03', '2026-11-20', '会议室', '年度工资增长幅度', '王小明', '罗建平', '2026-11-20',
  '按约定恢复', '按档案补录');
INSERT INTO agreement_material (id, agreement_id, item, ready_on)
VALUES ('01990000-0000-7000-8000-00000000a902', '01990000-0000-7000-8000-00000000a901', '合同文本', '2026-12-01');
INSERT INTO congress_session (id, form, name, held_on, due, present, way, given, returned, chair, chair_post, heard, tellers,
  scrutineers, law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-00000000a903', 'congress', '第三届职工代表大会第五次会议', '2026-11-28', 45, 43, 'secret', 43,
  42, '张敏', '工会主席', '听取了双方首席代表的说明', '艾小梅', '付春生', '2026.1', '按档案补录');
INSERT INTO congress_vote (id, session_id, ord, matter, agreement_id, votes_for, votes_against, abstained)
VALUES ('01990000-0000-7000-8000-00000000a904', '01990000-0000-7000-8000-00000000a903', 1,
  '2026年度工资专项集体合同（草案）', '01990000-0000-7000-8000-00000000a901', 40, 1, 1);
INSERT INTO agreement_check (id, agreement_id, from_on, to_on, checked_on, method, opinions, conclusion, workers, employer,
  late_entry)
VALUES ('01990000-0000-7000-8000-00000000a905', '01990000-0000-7000-8000-00000000a901', '2026-12-27', '2027-06-26',
  '2027-06-28', '查阅工资表', '没有意见', '已经兑现', '王小明', '罗建平', '按档案补录');
INSERT INTO agreement_check_clause (id, check_id, ord, clause, target, actual, gap, cause, remedy, owner, due_on, done_on,
  award_on, sued_on)
VALUES ('01990000-0000-7000-8000-00000000a906', '01990000-0000-7000-8000-00000000a905', 1, '工资增长', '增长6%', '增长5%',
  '差1%', '系统没有调', '补发', '财务部', '2027-07-15', '2027-07-10', '2027-09-17', '2027-09-24');
INSERT INTO paper (id, kind, of_id, title, year, number, pages, sha256, issued_at, corrects_id, source_sha256, filed_on,
  file_number, file_place)
VALUES ('01990000-0000-7000-8000-000000000019', 'negotiation.minutes', '01990000-0000-7000-8000-000000000014',
  '第2轮协商会议纪要', 2026, 3, 2, 'ab12', '2026-11-04T09:00:00.000+08:00', '01990000-0000-7000-8000-000000000019',
  'cd34', '2026-11-10', '2026-协商-03', '铁皮柜');
INSERT INTO paper_change (id, kind, of_id, block, replaced, text)
VALUES ('01990000-0000-7000-8000-000000000023', 'negotiation.minutes', '01990000-0000-7000-8000-000000000014',
  'statement', '纪要一式四份。', '纪要一式六份。');
INSERT INTO paper_sending (id, paper_id, receiver, manner, sent_on, signed_by, signed_on, note)
VALUES ('01990000-0000-7000-8000-000000000024', '01990000-0000-7000-8000-000000000019', '公司行政部', 'handed',
  '2026-11-05', '万里程', '2026-11-06', '送到办公楼');
INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by)
VALUES ('01990000-0000-7000-8000-000000000020', 'meeting', '01990000-0000-7000-8000-000000000014', '签到表.jpg',
  'ab12', 4096, 'image/jpeg', 'removed', '2026-11-04T09:00:00.000+08:00', '张敏');
INSERT INTO custody (id, kind, name, number, holder, note)
VALUES ('01990000-0000-7000-8000-000000000021', 'seal', '工会公章', '3601020012345', '张敏', '铁皮柜');
INSERT INTO incoming_paper (id, year, serial, kind, source, their_number, title, received_on, asked, due_on, due_time,
  wants_answer, handler, note, done_on, done_how, done_paper_id)
VALUES ('01990000-0000-7000-8000-000000000022', 2026, 7, 'notice', '县总工会', '县工发〔2026〕12号', '关于报送年报的通知',
  '2026-11-02', '报送年报', '2026-11-20', '16:00', 1, '李强', '电子版同时报', '2026-11-18', '已报送',
  '01990000-0000-7000-8000-000000000019');

INSERT INTO committee_meeting (id, body, year, serial, held_on, begins, ends, place, chair, recorder, observers, note,
  corrects_id, signed_on, quorum, quorum_rule, vote_rule, law_pack)
VALUES ('01990000-0000-7000-8000-00000000cc01', 'committee', 2026, 3, '2026-11-02', '14:00', '15:30', '工会办公室', '张敏',
  '沈一诺', '涂文博', '下次再议', '01990000-0000-7000-8000-00000000cc01', '2026-11-03', 4, 'CN-UN-COMMITTEE-QUORUM',
  'CN-UN-COMMITTEE-VOTE', '2026.1');
INSERT INTO committee_attendance (id, meeting_id, ord, person_id, name, post, present, reason)
VALUES ('01990000-0000-7000-8000-00000000cc02', '01990000-0000-7000-8000-00000000cc01', 1,
  '01990000-0000-7000-8000-000000000005', '王小明', '组织委员', 0, '出差');
INSERT INTO committee_topic (id, meeting_id, ord, title, said, votes_for, votes_against, votes_abstained, decision,
  decision_number, needed, passed)
VALUES ('01990000-0000-7000-8000-00000000cc03', '01990000-0000-7000-8000-00000000cc01', 1, '慰问困难职工', '摸底情况',
  4, 1, 0, '慰问八户', 1, 3, 1);
INSERT INTO decision_use (id, topic_id, act, of_id)
VALUES ('01990000-0000-7000-8000-00000000cc04', '01990000-0000-7000-8000-00000000cc03', 'paper',
  '01990000-0000-7000-8000-000000000019');
INSERT INTO calendar_notice (id, year, basis) VALUES ('01990000-0000-7000-8000-00000000ca01', 2027, '国务院办公厅关于2027年部分节假日安排的通知');
INSERT INTO calendar_holiday (id, notice_id, name, from_on, to_on, first_on)
  VALUES ('01990000-0000-7000-8000-00000000ca02', '01990000-0000-7000-8000-00000000ca01', '春节', '2027-02-05', '2027-02-11', '2027-02-05');
INSERT INTO calendar_workday (id, notice_id, name, held_on)
  VALUES ('01990000-0000-7000-8000-00000000ca03', '01990000-0000-7000-8000-00000000ca01', '春节', '2027-02-14');
INSERT INTO own_rule (id, rule_id, quantity, contract, article, from_on, to_on, note)
  VALUES ('01990000-0000-7000-8000-00000000ca04', 'JX-19-REPLY', 15, '2026年集体合同', '第八条', '2026-01-01', '2026-12-31', '上一年同');
INSERT INTO law_pack (id, name, body, signer, taken_on)
  VALUES ('01990000-0000-7000-8000-00000000ca05', '36-jiangxi-talks.toml', '规则全文', '某省总工会', '2026-11-19');
INSERT INTO law_publisher (id, name, public_key)
  VALUES ('01990000-0000-7000-8000-00000000ca06', '某省总工会', 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3');
INSERT INTO own_template (id, paper, title, body, base, taken_on)
  VALUES ('01990000-0000-7000-8000-00000000ca07', 'negotiation/offer', '要约书（县总格式）', '模板全文', 'ab12', '2026-11-28');
INSERT INTO form (id, name, program, about, file_id, added_on)
VALUES ('01990000-0000-7000-8000-000000000025', '会员登记表', 'docx', 'person', '01990000-0000-7000-8000-000000000020',
  '2026-11-02');
INSERT INTO form_filling (id, form_id, of_id, purpose, in_full, lines, filled_on, filled_by, file_id)
VALUES ('01990000-0000-7000-8000-000000000026', '01990000-0000-7000-8000-000000000025',
  '01990000-0000-7000-8000-000000000005', 'submit', 1, 3, '2026-11-03', '张敏', '01990000-0000-7000-8000-000000000020');
INSERT INTO year_report (id, guidance, merit, quality, standing, growth, problems, plans, filled_by, responsible,
  addressee)
VALUES ('2026', '办了四期宣讲', '技能比武两场', '五十人晋级', '工资协商签约', '新建一个小组', '夜校缺老师', '办好夜校', '李强', '张敏', '区总工会');
INSERT INTO letter (id, answers_id, addressee, title, body, enclosures, copies, contact, written_on)
VALUES ('01990000-0000-7000-8000-00000000cc11', '01990000-0000-7000-8000-000000000022', '县总工会', '关于报送年报的复函',
  '年报已报送。', '年报', '区总工会', '李强', '2026-11-18');
INSERT INTO report_photo (id, report_id, attachment_id, caption, ord)
VALUES ('01990000-0000-7000-8000-00000000cc12', '2026', '01990000-0000-7000-8000-000000000020', '技能比武现场', 1);
INSERT INTO supervision_inspector (id, person_id, name, certificate, valid_until)
VALUES ('01990000-0000-7000-8000-00000000aa01', '01990000-0000-7000-8000-000000000005', '王小明', '赣监0001', '2027-12-31');
INSERT INTO supervision_case (id, year, serial, source, topic, received_on, employer, matter, details)
VALUES ('01990000-0000-7000-8000-00000000aa02', 2026, 3, 'complaint', 'wages', '2026-11-02', '赣江机械有限公司',
  '加班费没有发', '喷涂车间九月、十月');
INSERT INTO negotiation_warning (id, negotiation_id, case_id, written_on)
VALUES ('01990000-0000-7000-8000-00000000b901', '01990000-0000-7000-8000-000000000009',
  '01990000-0000-7000-8000-00000000aa02', '2026-11-21');
INSERT INTO supervision_informer (id, name, contact)
VALUES ('01990000-0000-7000-8000-00000000aa02', '吴刚', '13800138000');
INSERT INTO supervision_event (id, case_id, ord, kind, happened_on, text, place, asked, inspector_one_id, inspector_two_id,
  finding, signed_on, outcome, number, department, due_on, due_rule, law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-00000000aa03', '01990000-0000-7000-8000-00000000aa02', 1, 'inquired', '2026-11-05',
  '查了工资表', '喷涂车间', '何平', '01990000-0000-7000-8000-00000000aa01', '01990000-0000-7000-8000-00000000aa01',
  'violation', '2026-11-05', 'partly', '人社监〔2026〕7号', '区人社局', '2026-12-05', 'JX-LS-20', '2026.1', '当时用纸记的');
INSERT INTO supervision_letter (id, case_id, kind, dated_on, addressee, facts, evidence, articles, request, answer_by,
  contact, number, received_on, received_by, late_entry)
VALUES ('01990000-0000-7000-8000-00000000aa04', '01990000-0000-7000-8000-00000000aa02', 'opinion', '2026-11-08',
  '赣江机械有限公司', '没有发加班费', '工资表', '劳动法第四十四条', '补发', '2026-11-30', '张敏 0791-8000', '赣监意7号',
  '2026-11-09', '万里程', '在纸上发的');
INSERT INTO platform_firm (id, kind, name, credit_code, trade, city, partner_of, headcount, union_members, own_union,
  trade_union, local_union, injury, injury_since, injury_source, insurance, contact, ended_on, note)
VALUES ('01990000-0000-7000-8000-00000000ee01', 'partner', '赣江骑手服务有限公司', '91350100M000100Y43', 'delivery', '3601',
  '01990000-0000-7000-8000-00000000ee01', 40, 30, '骑手公司工会', '配送行业工会', '城东街道工会', 'covered', '2026-07-01',
  '省里公布的名单', 'flexible', '贺远 0791-8000', '2026-11-30', '站点六个');
INSERT INTO platform_work (id, person_id, firm_id, class, basis, station, channel, since_on, until_on)
VALUES ('01990000-0000-7000-8000-00000000ee02', '01990000-0000-7000-8000-000000000005',
  '01990000-0000-7000-8000-00000000ee01', 'partial', '书面协议', '城东站', '扫码入会', '2026-03-01', '2026-10-31');
INSERT INTO platform_referral (id, person_id, work_id, to_kind, to_union, referred_on, consent_on, reply_by, note, replied_on,
  outcome, reply, late_entry)
VALUES ('01990000-0000-7000-8000-00000000ee03', '01990000-0000-7000-8000-000000000005',
  '01990000-0000-7000-8000-00000000ee02', 'trade', '配送行业工会', '2026-11-02', '2026-11-01', '2026-11-30', '请尽快',
  '2026-11-09', 'accepted', '已办', '在纸上转的');
INSERT INTO platform_talk (id, firm_id, year, asked_on, reply_by, replied_on, covers, workers_seats, employers_seats, agreed_on,
  agreed, effective_on, posted_on, posted_where, feedback_by, feedback_on, feedback, late_entry)
VALUES ('01990000-0000-7000-8000-00000000ee04', '01990000-0000-7000-8000-00000000ee01', 2026, '2026-08-01', '2026-08-20',
  '2026-08-15', 420, 3, 3, '2026-09-08', '并单不超过三单', '2026-11-01', '2026-10-20', '骑手端公告', '2027-03-31', '2026-11-20',
  '执行正常', '补记');
INSERT INTO platform_meeting (id, talk_id, held_on, place, chair, recorder, workers, employers, late_entry)
VALUES ('01990000-0000-7000-8000-00000000ee05', '01990000-0000-7000-8000-00000000ee04', '2026-09-08', '二楼会议室', '张敏',
  '李强', '张敏', '贺远', '当时用纸记的');
INSERT INTO platform_position (id, talk_id, meeting_id, ord, topic, title, workers, employers, result, agreed)
VALUES ('01990000-0000-7000-8000-00000000ee06', '01990000-0000-7000-8000-00000000ee04',
  '01990000-0000-7000-8000-00000000ee05', 1, 'other', '充电', '增加换电柜', '先调查', 'deferred', '下次再谈');
INSERT INTO platform_cap (id, firm_id, talk_id, kind, minutes, source, since_on, until_on)
VALUES ('01990000-0000-7000-8000-00000000ee07', '01990000-0000-7000-8000-00000000ee01',
  '01990000-0000-7000-8000-00000000ee04', 'continuous', 240, '协商纪要', '2026-11-01', '2027-10-31');
INSERT INTO injury_help (id, year, serial, person_id, work_id, accident_on, place, order_number, asked, asked_on, papers,
  reported_on, applied_on, accepted_on, concluded_on, outcome, result)
VALUES ('01990000-0000-7000-8000-00000000ee08', 2026, 2, '01990000-0000-7000-8000-000000000005',
  '01990000-0000-7000-8000-00000000ee02', '2026-10-03', '丰和大道', 'KF20261003', '送餐途中摔伤', '2026-10-08', 'confirm advance',
  '2026-10-04', '2026-10-20', '2026-10-26', '2026-11-20', 'confirmed', '按伤残待遇办理');
INSERT INTO union_enterprise (id, ord, name, credit_code, representative)
VALUES ('01990000-0000-7000-8000-00000000dd01', 1, '赣江物流有限公司', '91350100M000100Y43', '周建国');
INSERT INTO union_term (id, body, session, started_on, years, approval_number, ended_on, cleared, note)
VALUES ('01990000-0000-7000-8000-00000000dd02', 'committee', 3, '2023-05-18', 5, '赣开工发〔2023〕9号', '2026-10-01', 1, '差额选举');
INSERT INTO union_seat (id, term_id, ord, person_id, name, office, duty, from_on, to_on, certificate_number,
  certificate_until)
VALUES ('01990000-0000-7000-8000-00000000dd03', '01990000-0000-7000-8000-00000000dd02', 1,
  '01990000-0000-7000-8000-000000000005', '李强', 'vice', '组织', '2023-05-18', '2025-03-01', '赣监20230017', '2028-05-17');
INSERT INTO union_group (id, parent_id, kind, name, leader_id, leader_name)
VALUES ('01990000-0000-7000-8000-00000000dd04', NULL, 'branch', '一车间分会', '01990000-0000-7000-8000-000000000005', '李强');
INSERT INTO union_group (id, parent_id, kind, name, leader_id, leader_name)
VALUES ('01990000-0000-7000-8000-00000000dd05', '01990000-0000-7000-8000-00000000dd04', 'group', '铸造小组',
  '01990000-0000-7000-8000-000000000005', '李强');
INSERT INTO person_tag (id, person_id, kind, since, until_on, source, note)
VALUES ('01990000-0000-7000-8000-00000000dd07', '01990000-0000-7000-8000-000000000005', 'hardship', '2025-03-01',
  '2027-02-28', '赣江总工发〔2025〕6号', '家属重病');
INSERT INTO member_list (id, name, list_view)
VALUES ('01990000-0000-7000-8000-00000000dd08', '困难职工', '{}');
INSERT INTO union_group_person (id, person_id, group_id)
VALUES ('01990000-0000-7000-8000-00000000dd06', '01990000-0000-7000-8000-000000000005', '01990000-0000-7000-8000-00000000dd05');
INSERT INTO dues_basis (id, from_month, kind, rate, flat, ground)
VALUES ('01990000-0000-7000-8000-00000000ee01', '2026-01', 'rate', 50, 500, '会员大会决定');
INSERT INTO dues_base (id, person_id, from_month, base)
VALUES ('01990000-0000-7000-8000-00000000ee02', '01990000-0000-7000-8000-000000000005', '2026-01', 586000);
INSERT INTO dues_entry (id, paid_on, payer, note)
VALUES ('01990000-0000-7000-8000-00000000ee03', '2026-09-10', '李强', '小组长代收');
INSERT INTO dues_entry (id, paid_on, payer, note, reverses_id)
VALUES ('01990000-0000-7000-8000-00000000ee04', '2026-09-12', '李强', '多收一个月', '01990000-0000-7000-8000-00000000ee03');
INSERT INTO dues_payment (id, entry_id, person_id, month, amount)
VALUES ('01990000-0000-7000-8000-00000000ee05', '01990000-0000-7000-8000-00000000ee03',
  '01990000-0000-7000-8000-000000000005', '2026-08', 2930);
INSERT INTO dues_talk (id, person_id, talked_on, talked_by, said, outcome, until_on)
VALUES ('01990000-0000-7000-8000-00000000ee06', '01990000-0000-7000-8000-000000000005', '2026-09-12', '李强', '家里有困难',
  'promised', '2026-10-12');
INSERT INTO fee_share (id, from_month, share, ground)
VALUES ('01990000-0000-7000-8000-00000000ee07', '2026-01', 6000, '省总工会文件');
INSERT INTO fee_payroll (id, month, payroll, source)
VALUES ('01990000-0000-7000-8000-00000000ee08', '2026-08', 186240000, '公司财务部');
INSERT INTO fee_payment (id, month, way, paid_on, amount, note)
VALUES ('01990000-0000-7000-8000-00000000ee09', '2026-08', 'paid', '2026-09-14', 3724800, '转账');
INSERT INTO fee_demand (id, from_month, to_month, addressee, pay_by, pay_to, contact, written_on)
VALUES ('01990000-0000-7000-8000-00000000ee10', '2026-06', '2026-08', '赣江机械有限公司', '2026-09-30', '我会账户', '张敏',
  '2026-09-16');
INSERT INTO mediator (id, person_id, name, side, office, chosen, from_on, until_on)
VALUES ('01990000-0000-7000-8000-00000000f101', '01990000-0000-7000-8000-000000000005', '王小明', 'workers', 'chair', 'union',
  '2026-01-05', '2027-12-31');
INSERT INTO mediation_case (id, year, serial, topic, person_id, worker, employer, applicant, oral, talks_on, applied_on,
  known_on, facts, claims, mediator_id)
VALUES ('01990000-0000-7000-8000-00000000f102', 2026, 2, 'contract', '01990000-0000-7000-8000-000000000005', '王小明',
  '赣江机械有限公司', 'worker', 1, '2026-11-01', '2026-11-09', '2026-10-30', '没有续签合同', '续签合同',
  '01990000-0000-7000-8000-00000000f101');
INSERT INTO mediation_event (id, case_id, ord, kind, happened_on, text, until_on, manner, due_on, due_rule, law_pack,
  late_entry)
VALUES ('01990000-0000-7000-8000-00000000f103', '01990000-0000-7000-8000-00000000f102', 1, 'agreed', '2026-11-20',
  '补发工资', '2026-12-10', '随当月工资发放', '2026-11-24', 'CN-UN-23-END', '2026.1', '通知书是手写的');
INSERT INTO appeal (id, year, serial, worker, kind, channel, raised_on, matter, details, handler, promised_on, answered_on,
  answer, onward, onward_id, onward_words, onward_on)
VALUES ('01990000-0000-7000-8000-00000000f104', 2026, 4, 'new_form', 'wages', 'phone', '2026-11-02', '配送费少算了',
  '十月的', '张敏', '2026-11-09', '2026-11-08', '已经补算', 'mediation', '01990000-0000-7000-8000-00000000f102', '本人申请',
  '2026-11-05');
INSERT INTO appeal_person (id, person_id, name, contact)
VALUES ('01990000-0000-7000-8000-00000000f104', '01990000-0000-7000-8000-000000000005', '吴刚', '13800138000');
INSERT INTO dismissal (id, year, serial, kind, person_id, name, employer, received_on, written, reasons, grounds, planned_on,
  stance, opined_on, findings, articles, request, answer_by, contact, delivered_on, delivered_to, answered_on, answer,
  result, due_on, due_rule, law_pack, help, known_on, mediation_id, closed_on, outcome)
VALUES ('01990000-0000-7000-8000-00000000f105', 2026, 5, 'fault', '01990000-0000-7000-8000-000000000005', '王小明',
  '赣江机械有限公司', '2026-11-03', 1, '旷工三天', '员工手册第九条', '2026-11-20', 'object', '2026-11-05', '请了病假',
  '劳动合同法第四十三条', '撤回', '2026-11-15', '张敏 0791-8000', '2026-11-06', '万里程', '2026-11-12', '撤回解除',
  'withdrawn', '2026-11-21', 'FJ-UN-32-ANSWER', '2026.1', 'mediation', '2026-11-20',
  '01990000-0000-7000-8000-00000000f102', '2026-11-13', '继续上班');
INSERT INTO dismissal_check (id, dismissal_id, item, answer, note)
VALUES ('01990000-0000-7000-8000-00000000f106', '01990000-0000-7000-8000-00000000f105', 'medical', 'yes', '住院证明');
INSERT INTO person (id, name, name_key, name_sort, sex)
VALUES ('01990000-0000-7000-8000-00000000f200', '王晓明', '王晓明', 'wang xiao ming', 'male');
INSERT INTO person_apart (id, one_id, other_id, reason, decided_on, facts)
VALUES ('01990000-0000-7000-8000-00000000f201', '01990000-0000-7000-8000-000000000005',
  '01990000-0000-7000-8000-00000000f200', '父子，电话是家里的', '2026-11-10', '0a1b');
INSERT INTO person_merge (id, kept_id, gone_id, merged_on)
VALUES ('01990000-0000-7000-8000-00000000f202', '01990000-0000-7000-8000-000000000005',
  '01990000-0000-7000-8000-00000000f200', '2026-11-11');
INSERT INTO workforce (id, as_of, workers, source)
VALUES ('01990000-0000-7000-8000-00000000f203', '2026-09-30', 428, '企业报表');
INSERT INTO labour_contract (id, person_id, term, from_on, until_on, probation_until, ended_on, note)
VALUES ('01990000-0000-7000-8000-00000000e501', '01990000-0000-7000-8000-000000000005', 'fixed', '2024-01-01', '2026-12-31',
  '2024-02-29', '2026-10-31', '协商一致解除');
INSERT INTO certificate (id, person_id, kind, name, grade, number, issuer, issued_on, valid_until)
VALUES ('01990000-0000-7000-8000-00000000e502', '01990000-0000-7000-8000-000000000005', 'operation', '熔化焊接与热切割作业',
  '三级', 'T360121', '江西省应急管理厅', '2023-06-08', '2029-06-07');
INSERT INTO training (id, person_id, course, trained_on, hours, provider)
VALUES ('01990000-0000-7000-8000-00000000e503', '01990000-0000-7000-8000-000000000005', '焊接安全操作规程', '2026-03-05', 16,
  '本单位');
INSERT INTO honour (id, person_id, kind, level, name, year, issuer)
VALUES ('01990000-0000-7000-8000-00000000e504', '01990000-0000-7000-8000-000000000005', 'model_worker', 'city',
  '南昌市劳动模范', 2023, '南昌市人民政府');
INSERT INTO health_exam (id, person_id, kind, examined_on, institution, hazards, conclusion, next_on, note)
VALUES ('01990000-0000-7000-8000-00000000e505', '01990000-0000-7000-8000-000000000005', 'during', '2026-04-10',
  '赣江区人民医院', 'noise:86 dust', 'normal', '2027-04-09', '双耳');
INSERT INTO election (id, session, years, form, direct, members, committee_seats, standing_seats, vice_seats, audit_seats,
  women_seats, women_way, planned_on, place, note)
VALUES ('01990000-0000-7000-8000-00000000e601', 4, 5, 'delegates', 1, 320, 9, 3, 1, 3, 3, 'agreed', '2028-05-10', '职工之家',
  '提前换届');
INSERT INTO election_event (id, election_id, kind, happened_on, until_on, number, text, law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-00000000e602', '01990000-0000-7000-8000-00000000e601', 'posted', '2028-04-20', '2028-04-28',
  '赣开工发〔2028〕3号', '公告栏张贴', '2026.1', '公示在纸上');
INSERT INTO election_candidate (id, election_id, post, ord, person_id, name, work, cleared, late_entry)
VALUES ('01990000-0000-7000-8000-00000000e603', '01990000-0000-7000-8000-00000000e601', 'audit_chair', 1,
  '01990000-0000-7000-8000-000000000005', '王小明', '焊接车间电焊工', 1, '名单在纸上');
INSERT INTO election_ballot (id, election_id, post, round, held_on, due, present, given, returned, valid, tellers, scrutineers,
  law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-00000000e604', '01990000-0000-7000-8000-00000000e601', 'committee', 2, '2028-05-10', 45, 43,
  42, 41, 40, '张敏', '万里程', '2026.1', '计票在纸上');
INSERT INTO election_vote (id, election_id, ballot_id, ord, candidate_id, person_id, name, votes_for, votes_against, abstained)
VALUES ('01990000-0000-7000-8000-00000000e605', '01990000-0000-7000-8000-00000000e601', '01990000-0000-7000-8000-00000000e604', 1,
  '01990000-0000-7000-8000-00000000e603', '01990000-0000-7000-8000-000000000005', '王小明', 37, 2, 1);
INSERT INTO election_term (id, election_id, term_id, ended_id)
VALUES ('01990000-0000-7000-8000-00000000e606', '01990000-0000-7000-8000-00000000e601', '01990000-0000-7000-8000-00000000dd02',
  '01990000-0000-7000-8000-00000000dd02');
INSERT INTO members_delegate (id, session, ord, person_id, name, unit, manager, certificate, elected_on, ended_on)
VALUES ('01990000-0000-7000-8000-00000000e607', 4, 1, '01990000-0000-7000-8000-000000000005', '王小明', '一车间分会', 1, '代表证007',
  '2028-04-02', '2029-01-31');
INSERT INTO members_meeting (id, session, round, form, noticed_on, held_on, place, host, recorder, due, present, askers, course,
  law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-00000000e608', 4, 2, 'whole', '2029-03-01', '2029-03-12', '职工之家', '李强', '张敏', 320, 290, 110,
  '听取工作报告', '2026.1', '纪要在纸上');
INSERT INTO members_topic (id, meeting_id, ord, title, decision, votes_for, votes_against, abstained)
VALUES ('01990000-0000-7000-8000-00000000e609', '01990000-0000-7000-8000-00000000e608', 1, '工会工作报告', '批准工作报告', 280, 6, 4);
INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, file_name, file_sha256, page, pasted, taken_at, taken_by,
  given_by, note, shape)
VALUES ('01990000-0000-7000-8000-00000000f001', '2026-10', 'single', 1, 318, 186240050, '10月工资.xlsx', 'ab12', '工资表', 1,
  '2026-11-10T09:00:00.000+08:00', '李强', '公司财务部', '不含派遣', '1:工号');
INSERT INTO pay_column (id, sheet_id, place, heading, field)
VALUES ('01990000-0000-7000-8000-00000000f002', '01990000-0000-7000-8000-00000000f001', 4, '应发工资', '应发');
INSERT INTO pay_total (id, sheet_id, ord, shop, headcount, sum)
VALUES ('01990000-0000-7000-8000-00000000f003', '01990000-0000-7000-8000-00000000f001', 1, '焊接', 42, 24570000);
INSERT INTO pay_band (id, sheet_id, ord, name, from_sum, to_sum, middle, headcount, sum)
VALUES ('01990000-0000-7000-8000-00000000f004', '01990000-0000-7000-8000-00000000f001', 1, '三级', 400000, 500000, 450000, 42,
  18900000);
INSERT INTO pay_line (id, sheet_id, place, person_id, name, work_number, shop, post, form, front_line, skill, sex, gross, base,
  post_pay, performance, overtime, allowance, bonus, half_days, share_days, share_of, cells, back_pay)
VALUES ('01990000-0000-7000-8000-00000000f005', '01990000-0000-7000-8000-00000000f001', 7,
  '01990000-0000-7000-8000-000000000005', '王小明', '1024', '焊接', '电焊工', 'contract', 1, '高级工', 'male', 586000, 300000,
  60000, 150000, 40000, 26000, 10000, 43, 15, 31, '["1024","王小明"]', 12000);
INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
VALUES ('01990000-0000-7000-8000-00000000f006', 'minimum', '南昌市', '2026-04-01', 208000, 'yuan_month', '赣人社发〔2026〕3号');
INSERT INTO pay_scenario (id, sheet_id, year, side, name, steps, said, months, people, before_average, target_average, target_floor,
  wages, insurance, fee, total, chosen, kept_on, bounds)
VALUES ('01990000-0000-7000-8000-00000000f101', '01990000-0000-7000-8000-00000000f001', 2027, 'workers', '争取方案',
  '{"steps":[],"round":"yuan"}', '普遍增长6%', 12, 318, 585660, 620800, 240000, 134094240, 32000000, 2681880, 168776120, 1,
  '2026-11-16', '{"after":{"from":620799,"to":620801}}');
INSERT INTO pay_insurance (id, name, rate, base_floor, base_ceiling, from_on, source)
VALUES ('01990000-0000-7000-8000-00000000f102', '基本养老保险', 1600, 396300, 1981300, '2026-01-01', '省社保局通告');
INSERT INTO contract_clause (id, agreement_id, item, ord, group_key, library, origin, round, topic_id, text)
VALUES ('01990000-0000-7000-8000-0000000330c1', '01990000-0000-7000-8000-00000000a901', 'level', 1, 'skilled',
  'wage.level', 'agreed', 2, '01990000-0000-7000-8000-000000000010', '职工平均工资增长【工资增长幅度】');
INSERT INTO contract_value (id, agreement_id, name, kept, shown)
VALUES ('01990000-0000-7000-8000-0000000330c2', '01990000-0000-7000-8000-00000000a901', '工资增长幅度', '600', '6%');
INSERT INTO contract_version (id, agreement_id, number, source, kept_on, note)
VALUES ('01990000-0000-7000-8000-0000000330c3', '01990000-0000-7000-8000-00000000a901', 1, 'draft', '2026-11-20', '送职代会审议');
INSERT INTO contract_version_clause (id, version_id, ord, clause_id, item, library, chapter, text)
VALUES ('01990000-0000-7000-8000-0000000330c4', '01990000-0000-7000-8000-0000000330c3', 1,
  '01990000-0000-7000-8000-0000000330c1', 'level', 'wage.level', '年度平均工资水平和调整幅度', '职工平均工资增长6%');
INSERT INTO skill_pay_level (id, negotiation_id, ord, trade, grade, from_fen, to_fen, allowance_fen, people, note)
VALUES ('01990000-0000-7000-8000-0000000330c5', '01990000-0000-7000-8000-000000000009', 1, '焊工', '高级工', 540000, 620000,
  20000, 14, '不含夜班津贴');
INSERT INTO skill_pay_form (id, negotiation_id, ord, kind, who, people, terms, since)
VALUES ('01990000-0000-7000-8000-0000000330c6', '01990000-0000-7000-8000-000000000009', 1, 'yearly', '焊工高级技师', 2,
  '年薪不低于同工种最高等级的水平', '2026-04-01');
INSERT INTO leave_period (id, person_id, year, kind, from_on, to_on, halves, note)
VALUES ('01990000-0000-7000-8000-00000000f301', '01990000-0000-7000-8000-000000000005', 2026, 'taken', '2026-08-03', '2026-08-07',
  9, '周五下午回来上班');
INSERT INTO leave_year (id, person_id, year, own_days, own_source, worked_before, opening, carried, carry_consent_on, unarranged_on, waived,
  waived_on, waived_reason, note)
VALUES ('01990000-0000-7000-8000-00000000f302', '01990000-0000-7000-8000-000000000005', 2026, 12, '集体合同第二十条', 1, 5, 3,
  '2026-11-10', '2026-11-11', 2, '2026-11-12', '孩子明年高考', '本人来办公室谈过');
INSERT INTO leave_bar (id, person_id, year, kind, amount, note)
VALUES ('01990000-0000-7000-8000-00000000f303', '01990000-0000-7000-8000-000000000005', 2026, 'sick', 2, '骨折住院休养');
INSERT INTO leave_pay (id, person_id, year, halves, average, daily, paid, paid_on, note)
VALUES ('01990000-0000-7000-8000-00000000f304', '01990000-0000-7000-8000-000000000005', 2026, 4, 652500, 30000, 120000,
  '2026-12-28', '随十二月工资发放');
INSERT INTO leave_schedule (id, year, crossing, extra_days, extra_source, asked_on, made_on, posted_on, note)
VALUES ('01990000-0000-7000-8000-00000000f305', 2026, 'ratio', 2, '集体合同第二十一条', '2026-01-08', '2026-01-20', '2026-01-22',
  '张贴在各车间');
INSERT INTO recuperation_plan (id, year, policy, days_inside, days_outside, day_cap, year_cap, front_share, gap_years, gap_out_only,
  counts_leave, welfare_budget, union_budget, own_budget, decided_on, decided_by, note)
VALUES ('01990000-0000-7000-8000-00000000f401', 2026, '赣工发〔2025〕6号', 5, 7, 40000, 300000, 70, 3, 1, 'no', 8000000, 3000000, 500000,
  '2026-03-12', '第四届职代会第四次会议', '分四批去');
INSERT INTO recuperation_batch (id, plan_id, name, base, outside, from_on, to_on, quota, person_cost, bought, insurer, posted_from,
  posted_until, spent, settled_on, note)
VALUES ('01990000-0000-7000-8000-00000000f402', '01990000-0000-7000-8000-00000000f401', '第一批', '庐山职工疗养院', 0, '2026-05-11',
  '2026-05-15', 20, 200000, '三家比价', '赣江财险意外险', '2026-04-20', '2026-04-27', 3900000, '2026-05-28', '下雨改了一天行程');
INSERT INTO recuperation_place (id, batch_id, person_id, front_line, reasons, room, meals, emergency, note)
VALUES ('01990000-0000-7000-8000-00000000f403', '01990000-0000-7000-8000-00000000f402', '01990000-0000-7000-8000-000000000005', 1,
  'hazard honour', '双人间', '不吃辣', '张红 13900000000', '晕车坐前排');
INSERT INTO safety_visit (id, year, serial, visited_on, topic, places, people, accompanied, summary, late_entry)
VALUES ('01990000-0000-7000-8000-000000051001', 2026, 2, '2026-11-12', '冲压设备安全', '冲压车间', '罗秀兰', '万里程', '安全装置有人屏蔽',
  '检查在纸上');
INSERT INTO safety_visit_item (id, visit_id, ord, item, result, note)
VALUES ('01990000-0000-7000-8000-000000051002', '01990000-0000-7000-8000-000000051001', 1, '双手按钮', 'wrong', '3号冲床失灵');
INSERT INTO safety_report (id, filed_on, training, funds, problems, plans)
VALUES ('2026', '2027-01-12', '全员培训两次', '使用79万元', '备件不足', '每月必查冲床');
INSERT INTO hazard (id, year, serial, found_on, found_at, finder, found_how, unit, place, kind, matter, details, basis, grade,
  grade_reason, danger, evacuees, advice, advised_by, contact, assured_by, measures, funds, due_on, plan, late_entry, visit_id)
VALUES ('01990000-0000-7000-8000-000000050001', 2026, 6, '2026-11-12', '14:20', '罗秀兰', 'inspection', '冲压车间', '3号冲床',
  'machine', '双手按钮失灵', '右侧按钮被胶带固定', '安全生产法第三十六条', 'major', '符合判定标准', 1, '冲床周围的人员', '立即停用',
  '2026-11-20', '沈一诺，0791-80000206', '万里程', '更换双手按钮', '三千元', '2026-11-20', '由4号冲床代替', '在纸上登记过',
  '01990000-0000-7000-8000-000000051001');
INSERT INTO hazard_event (id, hazard_id, ord, kind, happened_on, happened_at, text, who, answer, level, until_on, due_on, due_rule,
  law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-000000050002', '01990000-0000-7000-8000-000000050001', 1, 'replied', '2026-11-16', '09:30',
  '同意整改', '万里程', 'agreed', 'shop', '2026-11-25', '2026-11-17', 'CN-WS-08-REPLY-LIMIT', '2026.1', '答复在纸上');
INSERT INTO congress_term (id, name, began_on, years, seats, workers, women_workers, dispatched_workers, posted_on, note, late_entry)
VALUES ('01990000-0000-7000-8000-000000054001', '第三届职工代表大会', '2024-03-12', 3, 36, 324, 96, 12, '2024-03-05', '名额与行政商定',
  '纸上选举的');
INSERT INTO congress_delegate (id, term_id, person_id, name, woman, unit, standing, dispatched, elected_on, unit_workers, voters,
  votes_for, ended_on, ended_how, ended_why, recall_voters, recall_votes, late_entry)
VALUES ('01990000-0000-7000-8000-000000054002', '01990000-0000-7000-8000-000000054001', '01990000-0000-7000-8000-000000000005',
  '王小明', 1, '焊接车间选区', 'front', 1, '2024-03-01', 60, 52, 48, '2026-05-06', 'recalled', '调到装配车间', 50, 41, '罢免在纸上');
INSERT INTO congress_motion (id, year, serial, term_id, matter, kind, proposer, seconders, reasons, advice, collected_on, review,
  reviewed_on, review_note, department, handed_on, due_on, answered_on, answer, feedback, feedback_on, feedback_note, late_entry)
VALUES ('01990000-0000-7000-8000-000000055001', 2026, 1, '01990000-0000-7000-8000-000000054001', '食堂夜班供应热饭', 'welfare', '罗秀兰',
  '万里程', '夜班只有冷食', '夜班开一个窗口', '2026-09-07', 'filed', '2026-09-08', '两件合并办理', '后勤部', '2026-09-09', '2026-09-30',
  '2026-09-20', '十月起供应', 'satisfied', '2026-09-22', '已经吃上', '征集在纸上');
INSERT INTO congress_meeting (id, term_id, name, held_on, place, host, agreed_on, reported_on, noticed_on, papers_on, due, present,
  published_on, upper_on, note, law_pack, late_entry)
VALUES ('01990000-0000-7000-8000-000000056001', '01990000-0000-7000-8000-000000054001', '第三届职工代表大会第二次会议', '2026-09-14', '三楼会议室',
  '沈一诺', '2026-09-01', '2026-09-02', '2026-09-03', '2026-09-07', 36, 33, '2026-09-15', '2026-09-18', '两位代表请假', '2026.1', '会在纸上开的');
INSERT INTO congress_matter (id, meeting_id, ord, title, kind, secret, votes_for, votes_against, abstained, decision)
VALUES ('01990000-0000-7000-8000-000000056002', '01990000-0000-7000-8000-000000056001', 1, '职工奖惩办法', 'pass', 1, 31, 1, 1, '十月起施行');
INSERT INTO reform_measure (id, year, serial, article, measure, target, side, unit, handler, due_on, outcome, ended_on, result,
  late_entry)
VALUES ('01990000-0000-7000-8000-000000057001', 2026, 3, 18, '举办焊工技能竞赛', '40人以上参加', 'both', '生产部', '万里程',
  '2026-10-31', 'done', '2026-10-28', '42人参加，选出技术能手6名', '竞赛方案在纸上');
INSERT INTO reform_article (id, article, words, handler)
VALUES ('03', 3, '照文件粘贴的原文', '罗秀兰');
INSERT INTO reform_note (id, year, article, note)
VALUES ('2026-18', 2026, 18, '全年举办竞赛两次');
INSERT INTO hardship_file (id, person_id, opened_on, level, cause, details, household, income, source, decided_on, visit_on, closed_on,
  ended)
VALUES ('01990000-0000-7000-8000-00000000f701', '01990000-0000-7000-8000-000000000005', '2026-03-02', 'relative', 'family_illness',
  '父亲每周透析三次', 4, 98000, '班组评议认定', '2026-03-05', '2026-10-01', '2026-10-15', 'lifted');
INSERT INTO member_aid (id, person_id, given_on, kind, amount, source, what, who)
VALUES ('01990000-0000-7000-8000-00000000f702', '01990000-0000-7000-8000-000000000005', '2026-07-20', 'medical', 200000, 'upper',
  '垫付透析药费', '沈一诺');
