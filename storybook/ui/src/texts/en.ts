import { text } from './text.ts'

export const copied = text('Copied')
export const copy = text('Copy {what}')
export const loading = text('Loading')
export const notCopied = text('Could not copy')
