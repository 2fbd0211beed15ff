import type { Say, Text } from '@sonaqor/module/texts'
import { Badge, useText, type IconName, type Tone } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

interface Group {
  readonly tone: Tone
  readonly icon: IconName
  readonly words: Text
}

const groups: Readonly<Record<string, Group>> = {
  2: { tone: 'success', icon: 'check', words: texts.success },
  3: { tone: 'info', icon: 'redirect', words: texts.redirect },
  4: { tone: 'warning', icon: 'alert', words: texts.refused },
  5: { tone: 'danger', icon: 'block', words: texts.serverError },
}

const unheardOf: Group = { tone: 'neutral', icon: 'dot', words: texts.unknownStatus }

/** The words of HTTP for the codes that our API answers with, and that are common in logs from elsewhere. */
const known: Readonly<Record<number, Text>> = {
  200: texts.ok,
  201: texts.created,
  202: texts.accepted,
  204: texts.noContent,
  206: texts.partialContent,
  301: texts.movedPermanently,
  302: texts.found,
  304: texts.notModified,
  400: texts.badRequest,
  401: texts.unauthenticated,
  403: texts.forbidden,
  404: texts.notFound,
  405: texts.methodNotAllowed,
  409: texts.conflict,
  410: texts.gone,
  412: texts.changedMeanwhile,
  413: texts.tooLarge,
  415: texts.wrongMediaType,
  416: texts.rangeNotSatisfiable,
  422: texts.invalid,
  429: texts.tooManyRequests,
  500: texts.internalError,
  502: texts.badGateway,
  503: texts.overloaded,
  504: texts.gatewayTimeout,
}

/** A code is no amount: it is written as it stands on the wire. */
export function statusInWords(say: Say, status: number): string {
  return say(texts.statusNamed, { status: String(status), words: wordsFor(say, status) })
}

export const wordsFor = (say: Say, status: number) => say(known[status] ?? groupOf(status).words)

interface StatusBadgeProps {
  readonly status: number
  /** The code alone, where its words find no room; the sign stays beside it. */
  readonly isShort?: boolean
}

/** A status by colour, sign and word together. */
export function StatusBadge({ status, isShort = false }: StatusBadgeProps) {
  const say = useText()
  const { tone, icon } = groupOf(status)
  return (
    <Badge tone={tone} icon={icon}>
      {isShort ? String(status) : statusInWords(say, status)}
    </Badge>
  )
}

function groupOf(status: number): Group {
  return groups[Math.floor(status / 100)] ?? unheardOf
}
