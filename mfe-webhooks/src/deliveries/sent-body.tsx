import { CodeBlock, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

export interface SentBodyProps {
  readonly label: string
  readonly body: string
  readonly isHeldBack: boolean
  /** Those that it was sent with, where it was. */
  readonly headers: Readonly<Record<string, string>> | undefined
}

/** What was signed and sent, with how large it is: by what its request says, where its structure alone is shown. */
export function SentBody({ label, body, isHeldBack, headers }: SentBodyProps) {
  const say = useText()
  const known = isHeldBack ? undefined : new Blob([body]).size
  const count = sentSize(headers) ?? known
  return (
    <CodeBlock
      label={label}
      language="json"
      code={body}
      note={count === undefined ? undefined : say(texts.bytes, { count })}
      masks={isHeldBack ? structure : undefined}
    />
  )
}

/** Who may not see values is shown the type of each in its place. */
const structure = /"(?:string|number|boolean|null|array|object|integer)"/g

function sentSize(headers: Readonly<Record<string, string>> = {}): number | undefined {
  const said = Number(headers['content-length'] ?? NaN)
  return Number.isInteger(said) ? said : undefined
}
