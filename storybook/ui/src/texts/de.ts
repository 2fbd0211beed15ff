import { text } from './text.ts'

export const copied = text('Kopiert')
export const copy = text('{what} kopieren')
export const loading = text('Wird geladen')
export const notCopied = text('Kopieren nicht möglich')
