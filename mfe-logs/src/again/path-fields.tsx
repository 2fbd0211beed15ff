import { Field, Input, useText } from '@sonaqor/ui'
import * as texts from '../logs/entry/texts/en.ts'

export interface PathFieldsProps {
  /** Of each segment that the log does not hold. */
  readonly segments: readonly string[]
  /** Somebody wanted to send it already. */
  readonly isAsked: boolean
  readonly refused: string | undefined
  readonly onFill: (segments: readonly string[]) => void
}

/** A field for each part of the path that is missing. */
export function PathFields({ segments, isAsked, refused, onFill }: PathFieldsProps) {
  const say = useText()
  return segments.map((segment, at) => (
    <Field
      // They are as many as the path has, and stay where they are.
      // oxlint-disable-next-line react/no-array-index-key
      key={at}
      label={say(texts.pathPart, { place: at + 1 })}
      hint={say(texts.notKept)}
      error={isAsked && segment === '' ? say(texts.pathPartMissing) : refused}
    >
      <Input
        value={segment}
        autoComplete="off"
        spellCheck={false}
        onChange={(text) => onFill(segments.with(at, text))}
      />
    </Field>
  ))
}
