import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Banner } from '../banner/banner.tsx'
import { Button } from '../button/button.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Form } from '../field/form.tsx'
import { OneTimeCode } from '../one-time-code/one-time-code.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './factor-form.css'
import { useProving, type FactorAnswer, type FactorProof } from './use-proving.ts'

adopt(sheet)

export type { FactorAnswer, FactorProof } from './use-proving.ts'

/** In the order in which they are offered. */
const factors = ['totp', 'passkey', 'recovery-code'] as const
type Factor = (typeof factors)[number]

export interface FactorFormProps {
  /** Which factors there are to show, by the API's names; unknown ones are left out. */
  readonly methods: readonly string[]
  /** A code that is known already, as in a demo. */
  readonly code?: string | undefined
  /** The verb of the deciding act; "Confirm" unless named. */
  readonly verb?: string
  /** Rejects when no answer came. What follows a proof is up to the caller. */
  readonly onProve: (proof: FactorProof) => Promise<FactorAnswer>
  /** Puts what was thrown into words. */
  readonly wordsOf: (error: unknown) => string
  /** The way out, before the deciding act. */
  readonly wayOut?: ReactNode
  /** What else is asked, below the code. */
  readonly children?: ReactNode
}

/** Asks for one second factor out of those that a person has. It asks alone; the caller looks at it. */
export function FactorForm(props: FactorFormProps) {
  const { methods, code: known = '', onProve, wordsOf, wayOut, children } = props
  const say = useText()
  const field = useRef<HTMLInputElement>(null)
  const offered = factors.filter((factor) => methods.includes(factor))
  const [factor, setFactor] = useState<Factor>(offered[0] ?? 'recovery-code')
  const [code, setCode] = useState(known)
  const proving = useProving(onProve, () => {
    setCode('')
    field.current?.focus()
  })
  const { busy, fault, forget } = proving
  const others = offered.filter((other) => other !== factor)

  const submit = (written = code) => {
    if (factor === 'passkey') return proving.prove({ factor })
    if (written === '') return proving.miss()
    return proving.prove({ factor, code: written })
  }
  const change = (next: Factor) => {
    setFactor(next)
    setCode('')
    forget()
    if (next === 'passkey') proving.prove({ factor: next })
  }
  const error = fault && say(faults[fault][factor])

  return (
    <div className="sq-factor">
      <Form
        onSubmit={submit}
        actions={
          <>
            {wayOut}
            <Button look="primary" type="submit" busy={busy}>
              {factor === 'passkey' ? say(texts.byPasskey) : (props.verb ?? say(texts.confirm))}
            </Button>
          </>
        }
      >
        {factor !== 'passkey' && (
          <CodeField
            key={factor}
            {...{ factor, field, code, error }}
            onChange={setCode}
            onFull={submit}
          />
        )}
        {factor === 'passkey' && <p>{say(texts.passkeyHint)}</p>}
        {factor === 'passkey' && error && <Banner tone="danger" title={error} />}
        {proving.isLocked && (
          <Banner tone="danger" title={say(texts.tooManyWrongCodes)}>
            {say(texts.waitForCodes)}
          </Banner>
        )}
        {proving.error !== undefined && (
          <Banner tone="danger" title={say(texts.factorUnchecked)}>
            {wordsOf(proving.error)}
          </Banner>
        )}
        {children}
      </Form>
      {others.length > 0 && (
        <div className="sq-factor-ways">
          {others.map((other) => (
            <Button key={other} look="quiet" size="small" onClick={() => change(other)}>
              {say(ways[other])}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

interface CodeFieldProps {
  readonly factor: Exclude<Factor, 'passkey'>
  readonly field: RefObject<HTMLInputElement | null>
  readonly code: string
  readonly error: string | undefined
  readonly onChange: (code: string) => void
  readonly onFull: (code: string) => void
}

/** Takes the focus when it comes, for it was asked for. */
function CodeField({ factor, field, code, error, onChange, onFull }: CodeFieldProps) {
  const say = useText()
  useEffect(() => field.current?.focus(), [field])
  if (factor === 'totp') {
    return (
      <Field label={say(texts.code)} hint={say(texts.codeHint)} error={error}>
        <OneTimeCode ref={field} value={code} onChange={onChange} onFull={onFull} />
      </Field>
    )
  }
  return (
    <Field label={say(texts.recoveryCode)} hint={say(texts.recoveryCodeHint)} error={error}>
      <Input
        ref={field}
        className="sq-factor-recovery"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={onChange}
      />
    </Field>
  )
}

const ways = {
  totp: texts.byAuthenticator,
  passkey: texts.byPasskey,
  'recovery-code': texts.byRecoveryCode,
}

const faults = {
  missing: {
    totp: texts.enterCode,
    passkey: texts.passkeyWrong,
    'recovery-code': texts.enterRecoveryCode,
  },
  wrong: {
    totp: texts.codeWrong,
    passkey: texts.passkeyWrong,
    'recovery-code': texts.recoveryCodeWrong,
  },
  'given-up': {
    totp: texts.codeWrong,
    passkey: texts.passkeyGivenUp,
    'recovery-code': texts.recoveryCodeWrong,
  },
}
