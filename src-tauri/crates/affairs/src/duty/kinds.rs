//! Every kind of duty that 今日 can show, each with what its ids look like. A duty's id is made from its kind and its record and
//! stays the same while the duty stands, whatever else becomes due beside it. What a duty says and when it stands is its module's.

use std::fmt::Display;

use crate::coded::coded;

coded! {
    /// A kind of duty: what its ids look like, `{}` for a record, and what is to be done.
    DutyKind {
        /// 工会法人资格证书到期.
        UnionCertificate = "union:certificate", "换发工会法人资格证书";
        /// 工会还没有代码.
        UnionCreditCode = "union:creditCode", "填上工会的统一社会信用代码";
        /// 劳动法律监督员证到期.
        UnionInspectorCard = "union:certificate:{}", "换发劳动法律监督员证";
        /// 机构没有建立或者不齐.
        UnionBody = "union:body:{}", "建立或者补齐工会机构";
        /// 任期届满.
        UnionTerm = "union:term:{}", "任期届满组织换届";
        /// 拨缴工会经费.
        UnionFee = "union:fee:{}", "拨缴工会经费";
        /// 回拨工会经费.
        UnionFeeReturned = "union:fee:returned:{}", "回拨工会经费";

        /// 今年的会员大会.
        MembersCongressYear = "membersCongress:year:{}", "召开一年一次的会员大会";
        /// 会前通知.
        MembersCongressNotice = "membersCongress:notice:{}", "通知会员大会";
        /// 会后登记.
        MembersCongressRecord = "membersCongress:record:{}", "登记会员大会的到会和表决";

        /// 换届请示.
        ElectionRequest = "election:{}:Request", "报出换届请示";
        /// 上级批复.
        ElectionApproval = "election:{}:Approval", "批复换届请示";
        /// 会员代表.
        ElectionDelegates = "election:{}:Delegates", "选出会员代表";
        /// 代表资格.
        ElectionQualification = "election:{}:Qualification", "审查会员代表资格";
        /// 候选人.
        ElectionProposal = "election:{}:Proposal", "提出候选人建议名单";
        /// 上级同意候选人.
        ElectionConsent = "election:{}:Consent", "审查同意候选人";
        /// 公示.
        ElectionPosting = "election:{}:Posting", "公示候选人";
        /// 大会选举.
        ElectionBallots = "election:{}:Ballots", "召开大会选举";
        /// 委员会第一次全体会议.
        ElectionPlenums = "election:{}:Plenums", "召开委员会第一次全体会议选举";
        /// 报告.
        ElectionReport = "election:{}:Report", "报出选举结果";
        /// 批准.
        ElectionConfirmation = "election:{}:Confirmation", "批准选举结果";
        /// 法人变更.
        ElectionRegistration = "election:{}:Registration", "办理法人变更登记";
        /// 离任审计.
        ElectionLeavingAudit = "election:{}:LeavingAudit", "审计前任主席";
        /// 交接.
        ElectionHandOver = "election:{}:HandOver", "新旧主席交接";

        /// 入会申请书签名.
        MembersSign = "members.sign:{}", "请申请人在入会申请书上签名";
        /// 审批入会.
        MembersApprove = "members.approve:{}", "委员会审批入会申请";
        /// 发放会员证.
        MembersCards = "members.cards:{}", "发放会员证";
        /// 会籍保留到期.
        MembersRetention = "members.retention:{}", "会籍保留到期";
        /// 开除会籍备案.
        MembersReport = "members.report:{}", "把开除会籍的决定报上一级工会备案";
        /// 六个月没有交会费.
        MembersLapse = "members.lapse", "找没有交会费的会员谈一谈";
        /// 谈话以后.
        MembersLapseTalked = "members.lapse:{}", "看谈话以后交了没有";
        /// 许多人的合同到期.
        MembersContractsMany = "members:contracts:many", "商定到期的劳动合同续订还是终止";
        /// 一人的合同到期.
        MembersContracts = "members:contracts:{}", "商定劳动合同续订还是终止";
        /// 许多人的职业健康检查到期.
        MembersHealthMany = "members:health:many", "安排到期的职业健康检查";
        /// 一人的职业健康检查到期.
        MembersHealth = "members:health:{}", "安排职业健康检查";
        /// 许多人的检查报告要求的复查、诊断.
        MembersHealthFollowMany = "members:health:followMany", "按检查报告安排各人的复查、诊断";
        /// 检查报告要求的复查、诊断.
        MembersHealthFollow = "members:health:{}:follow", "按检查报告安排复查、诊断";

        /// 够人数建会.
        PlatformCommittee = "platform:committee:{}", "指导平台企业建立工会委员会";
        /// 职业伤害保障.
        PlatformInsured = "platform:insured:{}", "参加职业伤害保障";
        /// 一年一次的协商.
        PlatformTalks = "platform:talks:{}", "开展劳动规则和算法协商";
        /// 平台答复.
        PlatformReply = "platform:reply:{}", "答复协商要求";
        /// 公示结果.
        PlatformPosting = "platform:posting:{}", "公示协商结果";
        /// 约定反馈的日期.
        PlatformFeedbackDay = "platform:feedbackDay:{}", "约定反馈执行情况的日期";
        /// 反馈.
        PlatformFeedback = "platform:feedback:{}", "反馈协商结果的执行情况";
        /// 转介函.
        PlatformLetter = "platform:letter:{}", "印发转介函";
        /// 转介的回复.
        PlatformAnswer = "platform:answer:{}", "回复转介";
        /// 没有接收.
        PlatformAgain = "platform:again:{}", "另找接收的工会";
        /// 报告事故.
        PlatformReport = "platform:report:{}", "帮本人向平台报告事故";
        /// 平台申请.
        PlatformApplyPlatform = "platform:applyPlatform:{}", "平台申请职业伤害确认";
        /// 本人申请.
        PlatformApplyWorker = "platform:applyWorker:{}", "帮本人申请职业伤害确认";
        /// 受理.
        PlatformAccept = "platform:accept:{}", "经办机构受理申请";
        /// 结论.
        PlatformConclude = "platform:conclude:{}", "经办机构作出确认结论";

        /// 年休假计划.
        LeaveSchedule = "leave:schedule:{}", "排出年度年休假计划";
        /// 还没有安排年休假.
        LeaveUnarranged = "leave:unarranged:{}", "给还没有安排的职工安排年休假";
        /// 跨年度安排的同意.
        LeaveConsent = "leave:consent:{}", "征得职工同意跨年度安排年休假";
        /// 未休年休假报酬.
        LeaveUnpaid = "leave:unpaid:{}", "支付未休年休假工资报酬";
        /// 报酬逾期未付.
        LeaveRemind = "leave:remind:{}", "提示单位支付未休年休假报酬";
        /// 缺日期.
        LeaveMissing = "leave:missing:{}", "补齐算年休假要用的日期";

        /// 疗休养名单公示.
        RecuperationPosting = "recuperation:posting:{}", "公示疗休养名单";
        /// 疗休养保险.
        RecuperationInsurance = "recuperation:insurance:{}", "给疗休养的人买保险";
        /// 疗休养决算.
        RecuperationSettle = "recuperation:settle:{}", "决算疗休养的费用";

        /// 困难职工没有档案.
        HardshipUnfiled = "hardship:unfiled", "给困难职工建立档案";
        /// 回访困难职工.
        HardshipVisit = "hardship:visit:{}", "回访困难职工";

        /// 决定受理.
        SupervisionDecide = "letters:{}:Decide", "决定是否受理";
        /// 不予受理告知.
        SupervisionTellRefusal = "letters:{}:TellRefusal", "书面告知不予受理";
        /// 调查.
        SupervisionInquire = "letters:{}:Inquire", "调查核实";
        /// 笔录签字.
        SupervisionSignInquiry = "letters:{}:SignInquiry", "调查笔录请双方签字";
        /// 沟通协商.
        SupervisionTalk = "letters:{}:Talk", "先与用人单位沟通协商";
        /// 写提示函.
        SupervisionWriteReminder = "letters:{}:WriteReminder", "发出提示函";
        /// 印发提示函.
        SupervisionIssueReminder = "letters:{}:IssueReminder", "印发提示函";
        /// 送达提示函.
        SupervisionServeReminder = "letters:{}:ServeReminder", "送达提示函";
        /// 答复提示函.
        SupervisionAnswerReminder = "letters:{}:AnswerReminder", "书面答复提示函";
        /// 写意见书.
        SupervisionWriteOpinion = "letters:{}:WriteOpinion", "发出意见书";
        /// 印发意见书.
        SupervisionIssueOpinion = "letters:{}:IssueOpinion", "印发意见书";
        /// 送达意见书.
        SupervisionServeOpinion = "letters:{}:ServeOpinion", "送达意见书";
        /// 答复意见书.
        SupervisionAnswerOpinion = "letters:{}:AnswerOpinion", "书面答复意见书";
        /// 写提请函.
        SupervisionWriteRequest = "letters:{}:WriteRequest", "提请上级工会发出建议书";
        /// 印发提请函.
        SupervisionIssueRequest = "letters:{}:IssueRequest", "印发提请函";
        /// 送提请函.
        SupervisionServeRequest = "letters:{}:ServeRequest", "送提请函给上级工会";
        /// 上级决定.
        SupervisionRecommend = "letters:{}:Recommend", "决定是否发出建议书";
        /// 部门立案.
        SupervisionFile = "letters:{}:File", "部门立案";
        /// 部门处理，从立案起算.
        SupervisionFinish = "letters:{}:Finish", "部门立案以后办完";
        /// 部门处理，从收到建议书起算.
        SupervisionSettle = "letters:{}:Settle", "部门处理建议书";
        /// 结案.
        SupervisionClose = "letters:{}:Close", "写结案报告，结案";
        /// 告知反映人.
        SupervisionTellInformer = "letters:{}:TellInformer", "把办理结果告知反映人";

        /// 职工诉求.
        Appeal = "appeals:{}", "答复职工诉求";

        /// 研究通知.
        DismissalStudy = "dismissals:{}:study", "研究单位的通知";
        /// 印发意见书.
        DismissalIssue = "dismissals:{}:issue", "印发意见书";
        /// 送达意见书.
        DismissalServe = "dismissals:{}:serve", "送达意见书";
        /// 单位答复.
        DismissalAnswer = "dismissals:{}:answer", "单位书面通知处理结果";
        /// 逾期没有答复.
        DismissalOverdue = "dismissals:{}:overdue", "单位逾期没有答复，问职工要什么帮助";
        /// 告诉职工.
        DismissalTell = "dismissals:{}:tell", "告诉职工结果，问要什么帮助";
        /// 帮助调解.
        DismissalMediation = "dismissals:{}:mediation", "帮职工申请调解";
        /// 帮助仲裁.
        DismissalArbitration = "dismissals:{}:arbitration", "帮职工申请仲裁";
        /// 办结.
        DismissalClose = "dismissals:{}:close", "登记最后的结果，办结";

        /// 调解委员会.
        MediationCommittee = "mediation:committee", "配齐劳动争议调解委员会";
        /// 回应协商.
        MediationAnswer = "mediation:{}:answer", "回应协商的要求";
        /// 协商的结果.
        MediationTalks = "mediation:{}:talks", "跟着协商，登记结果";
        /// 申请调解.
        MediationApply = "mediation:{}:apply", "问职工要不要申请调解";
        /// 决定受理.
        MediationAccept = "mediation:{}:accept", "决定是否受理";
        /// 通知不予受理.
        MediationRefusal = "mediation:{}:refusal", "书面通知申请人不予受理";
        /// 调解.
        MediationEnd = "mediation:{}:end", "调解，到期前结束";
        /// 协议签字盖章.
        MediationSign = "mediation:{}:sign", "调解协议书请双方签字、盖章";
        /// 仲裁审查.
        MediationReview = "mediation:{}:review", "提醒双方：可以共同申请仲裁审查";
        /// 履行.
        MediationPerform = "mediation:{}:perform", "履行调解协议";
        /// 逾期没有履行.
        MediationUnperformed = "mediation:{}:unperformed", "问职工要不要申请仲裁或者支付令";
        /// 通知调解终止.
        MediationClosing = "mediation:{}:closing", "书面通知双方调解终止";

        /// 隐患分级.
        HazardGrade = "safety:{}:grade", "给隐患分级";
        /// 建议撤离.
        HazardEvacuate = "safety:{}:evacuate", "建议组织职工撤离";
        /// 送达撤离建议书.
        HazardEvacuateServe = "safety:{}:evacuateServe", "送达撤离建议书";
        /// 单位处理撤离建议.
        HazardDecide = "safety:{}:decide", "对撤离建议立即作出处理";
        /// 单位没有处理撤离建议.
        HazardAuthority = "safety:{}:authority", "单位没有处理撤离建议，报告监管部门";
        /// 写整改建议.
        HazardWrite = "safety:{}:write", "写整改建议";
        /// 印发整改建议书.
        HazardIssue = "safety:{}:issue", "印发整改建议书";
        /// 送达整改建议书.
        HazardServe = "safety:{}:serve", "送达整改建议书";
        /// 单位答复整改建议.
        HazardReply = "safety:{}:reply", "研究答复整改建议";
        /// 单位没有按期答复.
        HazardChase = "safety:{}:chase", "单位没有按期答复整改建议，请上一级督办";
        /// 五落实.
        HazardAssure = "safety:{}:assure", "落实责任、措施、资金、时限、预案";
        /// 整改.
        HazardRectify = "safety:{}:rectify", "整改隐患";
        /// 升级督办.
        HazardEscalate = "safety:{}:escalate", "隐患没有整改，升级督办";
        /// 复查验收.
        HazardRecheck = "safety:{}:recheck", "复查整改，登记验收";
        /// 销号.
        HazardClose = "safety:{}:close", "隐患销号";
        /// 公示.
        HazardPost = "safety:{}:post", "公示隐患整改的结果";
        /// 重大隐患报告监管部门.
        HazardReport = "safety:{}:report", "把重大隐患报告监管部门";
        /// 重大隐患报告职代会.
        HazardCongress = "safety:{}:congress", "向职代会报告重大隐患";
        /// 单位报送隐患统计.
        HazardStatistics = "safety:statistics:{}", "报送隐患统计";

        /// 一年一次职代会.
        CongressYear = "congress:year:{}", "召开职工代表大会";
        /// 职代会换届.
        CongressRenewal = "congress:{}:renewal", "选举下一届职工代表";
        /// 补选职工代表.
        CongressByElection = "congress:{}:byElection", "补选职工代表";
        /// 商定职代会议题.
        CongressMeetingAgenda = "congressMeeting:{}:agenda", "与单位商定职代会的议题和议程";
        /// 送材料给代表.
        CongressMeetingPapers = "congressMeeting:{}:papers", "把职代会的材料送给代表";
        /// 登记会议.
        CongressMeetingRecord = "congressMeeting:{}:record", "登记职代会的到会和表决";
        /// 公布决议.
        CongressMeetingPublish = "congressMeeting:{}:publish", "公布职代会的决议";
        /// 会后报告.
        CongressMeetingUpper = "congressMeeting:{}:upper", "把职代会的情况报告上级工会";
        /// 审查提案.
        MotionReview = "motion:{}:review", "审查提案";
        /// 交办提案.
        MotionHand = "motion:{}:hand", "交办提案";
        /// 承办部门答复.
        MotionAnswer = "motion:{}:answer", "答复提案";
        /// 提案人反馈.
        MotionFeedback = "motion:{}:feedback", "请提案人对答复提意见";
        /// 不满意，再办.
        MotionAgain = "motion:{}:again", "再办提案";

        /// 产改措施.
        ReformMeasure = "reform:{}", "完成产改措施";

        /// 收文.
        Incoming = "incoming:{}", "办结收文";

        /// 答复要约.
        NegotiationReply = "reply:{}", "书面答复要约";
        /// 协商期限.
        NegotiationMeetings = "meetings:{}", "谈成并签订合同";
        /// 下一次会议.
        NegotiationMeeting = "meeting:{}:{}", "召开协商会议";
        /// 没有日期的一步.
        NegotiationStep = "step:{}", "协商停在的一步";
        /// 对方的资料.
        NegotiationInformation = "information:{}", "提供协商所需的资料";
        /// 我方的资料.
        NegotiationInformationOurs = "information:{}:ours", "会前把资料送交对方";
        /// 征集意见.
        NegotiationOpinions = "opinions:{}", "征集职工意见";
        /// 职工要求协商.
        NegotiationPetition = "petition:{}", "职工要求协商的人数达到，提出协商";
        /// 双方产生代表.
        NegotiationFormation = "formation:{}", "双方产生协商代表";
        /// 协商以前报告上级工会.
        NegotiationToldBefore = "told_before:{}", "协商开始前报告上级工会";
        /// 公布协商代表.
        NegotiationPosting = "posting:{}", "公布职工方协商代表";
        /// 异议成立，另行推选.
        NegotiationElectedAnew = "reelection:{}", "另行推选职工方协商代表";
        /// 企业方公布协商代表.
        NegotiationPostingEmployer = "posting:{}:employer", "公布企业方协商代表";
        /// 补选.
        NegotiationSeat = "seat:{}", "补选协商代表";
        /// 职工方代表的任期.
        NegotiationMandate = "mandate:{}", "职工方协商代表任期届满";
        /// 企业方代表的任期.
        NegotiationMandateEmployer = "mandate:{}:employer", "企业方协商代表任期届满";
        /// 代表的劳动合同延长.
        NegotiationProtection = "protection:{}", "协商代表的劳动合同延长";
        /// 中止备忘.
        NegotiationSuspension = "suspension:{}", "中止备忘请双方签字";
        /// 恢复协商.
        NegotiationResume = "resume:{}", "恢复协商";
        /// 承诺.
        NegotiationUndertaking = "undertaking:{}", "兑现承诺";
        /// 催告函.
        NegotiationDemand = "demand:{}", "催告和答复";
        /// 提示函.
        NegotiationWarning = "warning:{}", "劳动法律监督提示函";
        /// 谈不成以后.
        NegotiationRemedy = "remedy:{}", "谈不成以后的办法";
        /// 责令改正.
        NegotiationOrder = "order:{}", "责令改正拒绝协商";
        /// 协商争议.
        NegotiationDispute = "dispute:{}", "协商期满没有谈成，申请协调处理";
        /// 协调处理协商争议.
        NegotiationCoordination = "coordination:{}", "受理和完成协调处理";
        /// 形成合同草案.
        AgreementDraft = "agreement:{}:draft", "形成合同草案";
        /// 职代会审议表决.
        AgreementVote = "agreement:{}:vote", "职代会审议表决";
        /// 书面告知企业.
        AgreementNotice = "agreement:{}:notice", "书面告知企业";
        /// 双方签字.
        AgreementSignature = "agreement:{}:signature", "双方签字";
        /// 报送审查.
        AgreementFiling = "agreement:{}:filing", "报送审查";
        /// 审查合同.
        AgreementEffect = "agreement:{}:effect", "审查合同";
        /// 公布合同.
        AgreementPublication = "agreement:{}:publication", "公布合同";
        /// 报送上级工会.
        AgreementSendUp = "agreement:{}:send_up", "报送上级工会";
        /// 检查和报告履行情况.
        AgreementPerformance = "agreement:{}:performance", "检查和报告履行情况";
        /// 解除备案.
        AgreementRescission = "agreement:{}:rescission", "解除备案";
        /// 履行检查.
        AgreementCheck = "agreement:{}:check", "检查合同的履行情况";
        /// 补救履行中的差距.
        AgreementRemedy = "agreement:{}:remedy", "补救履行中的差距";
        /// 不服裁决的起诉.
        AgreementSuit = "agreement:{}:suit", "对履行争议的裁决起诉";
        /// 续订.
        NegotiationRenewal = "renewal:{}", "下一年的协商";
        /// 封存归档.
        NegotiationSeal = "negotiation:{}:seal", "封存归档";
        /// 接续已封存的协商.
        NegotiationContinue = "negotiation:{}:continue", "接续已封存的协商";

        /// 电脑之外的备份.
        LedgerOutside = "ledger.outside", "把账本备份到U盘";
        /// 恢复单.
        LedgerSheet = "ledger.sheet", "打印恢复单，锁进柜子";
        /// 法规的补充.
        LedgerRulebook = "ledger.rulebook", "有法规的补充内容用不上";
        /// 本单位模板.
        LedgerTemplates = "ledger.templates", "本单位模板用不上了";
        /// 检查发现的问题.
        LedgerCheck = "ledger.check", "检查账本发现了问题";
        /// 当天的备份.
        LedgerCopy = "ledger.copy", "今天的自动备份没有做成";
        /// 过了保存期的记录.
        LedgerRetention = "ledger.retention", "清除回收站里过了保存期的记录";
        /// 放假安排.
        LedgerCalendar = "ledger.calendar", "录入放假安排";
    }
}

/// Where a record's id stands in what ids look like.
const RECORD: &str = "{}";

impl DutyKind {
    /// The id of the duty of a record.
    pub fn id(self, record: impl Display) -> String {
        debug_assert!(self.code().contains(RECORD), "{self:?} is of no record");
        self.code().replacen(RECORD, &record.to_string(), 1)
    }

    /// The id of the one duty of its kind.
    pub fn only(self) -> String {
        debug_assert!(!self.code().contains(RECORD), "{self:?} is of a record");
        self.code().to_owned()
    }

    /// The kind of the duty of an id; none for what is in no list.
    pub fn of_id(id: &str) -> Option<Self> {
        // What stands word for word comes before what takes any record.
        Self::of(id).or_else(|| Self::ALL.iter().copied().find(|kind| looks_like(kind.code(), id)))
    }
}

fn looks_like(code: &str, id: &str) -> bool {
    let parts = || code.split(':').zip(id.split(':'));
    code.matches(':').count() == id.matches(':').count()
        && parts().all(|(asked, told)| asked == told || asked == RECORD)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_id_tells_its_kind_and_no_two_kinds_look_alike() {
        let codes: BTreeSet<&str> = DutyKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), DutyKind::ALL.len(), "each looks like itself alone");
        for kind in DutyKind::ALL {
            let id = kind.code().replace(RECORD, "01a0");
            assert_eq!(DutyKind::of_id(&id), Some(*kind), "{id}");
        }
        assert_eq!(DutyKind::UnionFee.id("2026-07"), "union:fee:2026-07");
        assert_eq!(DutyKind::of_id("members:contracts:many"), Some(DutyKind::MembersContractsMany));
        assert_eq!(DutyKind::of_id("members.lapse"), Some(DutyKind::MembersLapse));
        for id in ["", "union", "union:fee", "letters:01a0:Sleep", "dismissals:01a0:0:1"] {
            assert_eq!(DutyKind::of_id(id), None, "{id} is in no list");
        }
    }
}
