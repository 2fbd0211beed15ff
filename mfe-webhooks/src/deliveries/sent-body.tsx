import { CodeBlock, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

export interface SentBodyProps {
  readonly label: string
  readonly body: string
  readonly isHeldBack: boolean
}

/** What was signed and sent, with how large it is; of what is held back, that would tell of its values. */
export function SentBody({ label, body, isHeldBack }: SentBodyProps) {
  const say = useText()
  return (
    <CodeBlock
      label={label}
      language="json"
      code={body}
      note={isHeldBack ? undefined : say(texts.bytes, { count: new Blob([body]).size })}
      masks={isHeldBack ? structure : undefined}
    />
  )
}

/** Who may not see values is shown the type of each in its place. */
export const structure = /"(?:string|number|boolean|null|array|object|integer)"/g
