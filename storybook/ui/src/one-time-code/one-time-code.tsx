import type { Ref } from 'react'
import { Input } from '../field/controls.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './one-time-code.css'

adopt(sheet)

export interface OneTimeCodeProps {
  readonly value: string
  readonly onChange: (code: string) => void
  /** The last digit has come: the code can be sent without a further press. */
  readonly onFull?: (code: string) => void
  readonly digits?: number
  /** For what leads the focus to it. */
  readonly ref?: Ref<HTMLInputElement>
}

/**
 * A code that is good for one moment. One input, so that it can be pasted and filled in by the device
 * that received it; whatever is no digit is left out, for codes are copied in groups.
 */
export function OneTimeCode({ value, onChange, onFull, digits = 6, ref }: OneTimeCodeProps) {
  const take = (written: string) => {
    const code = written.replaceAll(/\D/g, '').slice(0, digits)
    onChange(code)
    if (code.length === digits && code !== value) onFull?.(code)
  }
  return (
    <Input
      ref={ref ?? null}
      className="sq-one-time-code"
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      value={value}
      onChange={take}
    />
  )
}
