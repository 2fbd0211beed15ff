import { isHeldBy } from '@sonaqor/contract/ip-range'
import { Button, Field, Textarea, useText } from '@sonaqor/ui'
import { linesOf } from '../app/app-draft.ts'
import * as texts from '../texts/en.ts'

interface AllowlistFieldProps {
  /** A range a line. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  /** From where this page is used, once that is known. */
  readonly ownAddress: string | undefined
}

/** From where the keys of an app are taken; one's own address is added with a press. */
export function AllowlistField({ value, onChange, error, ownAddress }: AllowlistFieldProps) {
  const say = useText()
  const isIn = ownAddress !== undefined && isHeldBy(linesOf(value), ownAddress)
  return (
    <>
      <Field label={say(texts.allowlist)} optional hint={say(texts.allowlistHint)} error={error}>
        <Textarea
          value={value}
          rows={5}
          placeholder={'203.0.113.0/24\n2001:db8::/32'}
          spellCheck={false}
          onChange={onChange}
        />
      </Field>
      {ownAddress && !isIn && (
        <div>
          <Button size="small" icon="plus" onClick={() => onChange(withLine(value, ownAddress))}>
            {say(texts.addOwnAddress, { ip: ownAddress })}
          </Button>
        </div>
      )}
    </>
  )
}

export function withLine(text: string, line: string): string {
  return [...linesOf(text), line].join('\n')
}
