import type { IpVerdict } from '@sonaqor/contract/apps'
import {
  adopt,
  Badge,
  Button,
  failureOf,
  faultsOf,
  Field,
  Input,
  Said,
  Section,
  useText,
} from '@sonaqor/ui'
import { useState, type FormEvent } from 'react'
import sheet from './address-check.css'
import * as texts from '../texts/en.ts'
import { useVerdict } from '../app/use-app.ts'

adopt(sheet)

/** Answers whether keys of the app would be taken from an address, with the rule that decides. */
export function AddressCheck({ appId }: { readonly appId: string }) {
  const say = useText()
  const [typed, setTyped] = useState('')
  const [asked, ask] = useState('')
  const own = useVerdict(appId, '')
  const verdict = useVerdict(appId, asked)
  const isNone = faultsOf(verdict.error, say)['ip'] !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const ip = typed.trim()
    if (ip === asked) void verdict.refetch()
    ask(ip)
  }

  return (
    <Section title={say(texts.wouldItPass)} purpose={say(texts.wouldItPassPurpose)}>
      <form className="sq-address-check" noValidate onSubmit={submit}>
        <Field
          label={say(texts.ipAddress)}
          hint={say(texts.ownUnlessNamed)}
          error={isNone ? say(texts.noSuchAddress, { text: asked }) : undefined}
        >
          <Input
            value={typed}
            maxLength={64}
            placeholder={own.data?.ip ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={setTyped}
          />
        </Field>
        {/* What is read by itself, at first or since the app has changed, keeps nobody from asking. */}
        <Button type="submit" busy={asked !== '' && verdict.isPending}>
          {say(texts.checkAddress)}
        </Button>
      </form>
      <output className="sq-address-verdict">
        {verdict.data && <Verdict of={verdict.data} />}
        {verdict.error && !isNone && failureOf(verdict.error, say).reason}
      </output>
    </Section>
  )
}

const reasons = {
  'no-allowlist': texts.passesEverywhere,
  listed: texts.passesByRange,
  'not-listed': texts.passesNowhere,
} as const

function Verdict({ of: { ip, passes, because, range } }: { readonly of: IpVerdict }) {
  const say = useText()
  return (
    <>
      <Badge tone={passes ? 'success' : 'danger'} icon={passes ? 'check' : 'block'}>
        {say(passes ? texts.passes : texts.refusedThere)}
      </Badge>
      <span>
        <Said
          of={reasons[because]}
          with={{ ip: <code>{ip}</code>, range: <code>{range ?? ''}</code> }}
        />
      </span>
    </>
  )
}
