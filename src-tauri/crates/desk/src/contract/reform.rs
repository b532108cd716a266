//! The reform ledger: the articles of the Opinions, the measures for each and what came of them.

use affairs::reform::model as reform;

use crate::command::Done;
use crate::commands as on;
use crate::rights::Module::Reform;
use crate::rights::Right::{Reader, Writer};
use on::members_export::Exported;
use on::reform::ReformMeasureRef;
use on::reform_export::ExportReform;

contract! {
    reads "reform.articles" (reform::ReformYearQuery) -> reform::ReformOverview, Reads, Reader, "" => on::reform::articles;
    reads "reform.article" (reform::ReformArticleRef) -> reform::ReformArticle, Reads, Reader, "" => on::reform::article;
    writes "reform.saveArticle" (reform::ReformArticleInput) -> Done, Reversible, Writer(Reform), "保存产改条文情况" => on::reform::save_article;
    reads "reform.list" (reform::ReformQuery) -> reform::ReformPage, Reads, Reader, "" => on::reform::list;
    desk_job "reform.export" (ExportReform) -> Exported, Reads, Reader, "" => on::reform_export::measures;
    reads "reform.get" (ReformMeasureRef) -> reform::ReformMeasure, Reads, Reader, "" => on::reform::get;
    writes "reform.save" (reform::ReformMeasureInput) -> reform::ReformMeasureId, Reversible, Writer(Reform), "登记产改措施" => on::reform::save;
    writes "reform.finish" (reform::ReformEnding) -> Done, Reversible, Writer(Reform), "登记产改措施的结果" => on::reform::finish;
    writes "reform.remove" (ReformMeasureRef) -> Done, Reversible, Writer(Reform), "移除产改措施" => on::reform::remove;
}
