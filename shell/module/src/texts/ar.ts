import { text } from '../texts.ts'

export const production = text('بيئة الإنتاج')
export const sandbox = text('بيئة التجربة')
