import { Badge, type IconName, type Tone } from '@sonaqor/ui'

interface Group {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

const groups: Readonly<Record<string, Group>> = {
  2: { tone: 'success', icon: 'check', word: 'Success' },
  3: { tone: 'info', icon: 'redirect', word: 'Redirect' },
  4: { tone: 'warning', icon: 'alert', word: 'Refused' },
  5: { tone: 'danger', icon: 'block', word: 'Server error' },
}

const unheardOf: Group = { tone: 'neutral', icon: 'dot', word: 'Unknown' }

/** The words of HTTP for the codes that our API answers with. */
const words: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No content',
  304: 'Not modified',
  400: 'Bad request',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Invalid',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Overloaded',
}

export function statusInWords(status: number): string {
  return `${status} ${words[status] ?? groupOf(status).word}`
}

/** A status by colour, sign and word together. */
export function StatusBadge({ status }: { readonly status: number }) {
  const { tone, icon } = groupOf(status)
  return (
    <Badge tone={tone} icon={icon}>
      {statusInWords(status)}
    </Badge>
  )
}

function groupOf(status: number): Group {
  return groups[Math.floor(status / 100)] ?? unheardOf
}
