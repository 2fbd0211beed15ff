import { text } from '../texts.ts'

export const broughtBack = text('هذا ما كنت قد بدأته')
export const broughtBackDetail = text('حُفظ {at} ولم يكتمل.')
export const copyLink = text('نسخ الرابط')
export const keepThis = text('الاحتفاظ بهذه')
export const linkToCopy = text('الرابط')
export const production = text('بيئة الإنتاج')
export const sandbox = text('بيئة التجربة')
export const startOver = text('البدء من جديد')
export const takeOther = text('استخدام الأخرى')
export const writtenElsewhere = text('توجد مسودة أخرى من هذا')
export const writtenElsewhereDetail = text(
  'كتبتها {at} على جهاز آخر أو في علامة تبويب أخرى. لن يُحفظ شيء حتى تختار.',
)
