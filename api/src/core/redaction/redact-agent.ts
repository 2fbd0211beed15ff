import { redactText } from './redact-text.ts'

/** As much as is looked at; whoever keeps one keeps less. */
const most = 1024

/** What a program says of itself, as it may be kept: some say whose it is, and by which key it asks. */
export const redactAgent = (userAgent: string): string => redactText(userAgent.slice(0, most))
