import type { Forward, InboxMessage } from '@sonaqor/contract/webhook-inbox'
import type { Say, Text } from '@sonaqor/module/texts'
import { Badge, useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

interface BadgeOf<Field extends keyof InboxMessage> {
  readonly of: Pick<InboxMessage, Field>
  /** Where no head of a column says what it is. */
  readonly isInWords?: boolean
}

/** What it was answered with, by colour, sign and figure together. */
export function AnswerBadge({ of: { answered }, isInWords = false }: BadgeOf<'answered'>) {
  const say = useText()
  const status = String(answered)
  const isGood = answered >= 200 && answered < 300
  return (
    <Badge tone={isGood ? 'success' : 'danger'} icon={isGood ? 'check' : 'block'}>
      {isInWords ? say(texts.answeredWith, { status }) : status}
    </Badge>
  )
}

/** Whether its signature was right when it came. */
export function SignatureBadge({ of: { isValid }, isInWords = false }: BadgeOf<'isValid'>) {
  const say = useText()
  const [valid, invalid] = isInWords
    ? [texts.signatureValid, texts.signatureInvalid]
    : [texts.valid, texts.invalid]
  return (
    <Badge tone={isValid ? 'success' : 'danger'} icon={isValid ? 'check' : 'alert'}>
      {say(isValid ? valid : invalid)}
    </Badge>
  )
}

const faults: Readonly<Record<NonNullable<Forward['fault']>, Text>> = {
  refused: texts.forwardRefused,
  timeout: texts.forwardTimeout,
  broken: texts.forwardBroken,
}

/** How it did where it was passed on to: "200, 12 ms". */
export function forwardInWords(say: Say, { status, fault, latencyMs }: Forward): string {
  if (fault) return say(faults[fault])
  const time = say(common.milliseconds, { count: Math.round(latencyMs) })
  return status === null ? time : say(texts.statusAndTime, { status: String(status), time })
}

export const hasArrived = ({ status }: Forward) => status !== null && status >= 200 && status < 300
