import type { App } from '@sonaqor/contract/apps'
import {
  checkIsolation,
  checkOrigin,
  checkPolicy,
  mendPolicies,
  readPasted,
  strictPolicy,
  type Finding,
  type FindingState,
} from '@sonaqor/embed/doctor'
import { useModule } from '@sonaqor/module'
import { CodeBlock, Field, Input, Section, Textarea, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { Findings } from './findings.tsx'
import * as texts from './texts/en.ts'

/** As machines say it, in every language. */
const exampleOfHeaders = "content-security-policy: default-src 'self'; connect-src 'self'"

/** A page that need not be open: its origin and its headers, and what they mean for an embed. */
export function Trial({ app }: { readonly app: App }) {
  const say = useText()
  const [origin, writeOrigin] = useState('')
  const [headers, writeHeaders] = useState('')
  return (
    <Section title={say(texts.checkPage)} purpose={say(texts.checkPagePurpose)}>
      <div className="sq-doctor-trial">
        <div className="sq-doctor-form">
          <Field label={say(texts.fromThisOrigin)} hint={say(texts.fromThisOriginHint)}>
            <Input
              value={origin}
              placeholder="https://portal.example.com"
              spellCheck={false}
              autoComplete="off"
              onChange={writeOrigin}
            />
          </Field>
          <Field label={say(texts.headers)} hint={say(texts.headersHint)}>
            <Textarea
              value={headers}
              rows={8}
              placeholder={exampleOfHeaders}
              spellCheck={false}
              onChange={writeHeaders}
            />
          </Field>
        </div>
        <Verdict origin={origin} headers={headers} registered={app.origins} />
      </div>
    </Section>
  )
}

interface VerdictProps {
  readonly origin: string
  readonly headers: string
  readonly registered: readonly string[]
}

function Verdict({ origin, headers, registered }: VerdictProps) {
  const say = useText()
  const { origin: sonaqor = '' } = useModule()
  const page = origin.trim()
  const isEmpty = page === '' && headers.trim() === ''
  const ofPage = page === '' ? [] : checkOrigin({ page, registered })
  const ofHeaders = headers.trim() === '' ? undefined : examine(headers, page, sonaqor)
  const all = [...ofPage, ...(ofHeaders?.findings ?? [])]
  return (
    <section className="sq-doctor-verdict" aria-label={say(texts.pageCheck)}>
      {isEmpty && <p className="sq-doctor-change">{say(texts.nothingTyped)}</p>}
      <Counted of={all} />
      {ofPage.length > 0 && <Findings of={ofPage} />}
      {ofHeaders && <OfHeaders {...ofHeaders} />}
    </section>
  )
}

/** Said while somebody types; the findings themselves are read when they are wanted. */
function Counted({ of }: { readonly of: readonly Finding[] }) {
  const say = useText()
  const count = (wanted: FindingState) => of.filter(({ state }) => state === wanted).length
  return (
    <output className="sq-unseen">
      {of.length > 0 &&
        say(texts.counted, {
          wrong: count('wrong'),
          warnings: count('warning'),
          unknown: count('unknown'),
        })}
    </output>
  )
}

function examine(pasted: string, page: string, sonaqor: string): OfHeadersProps {
  const read = readPasted(pasted)
  const place = { sonaqor, page: URL.canParse(page) ? new URL(page).origin : undefined }
  const findings = [...checkPolicy(read, place), ...checkIsolation(read, sonaqor)]
  const mended = mendPolicies(read.policies, place)
  const isMended = findings.some(({ state }) => state !== 'good') || mended.length === 0
  return { findings, isMended, would: mended.length > 0 ? mended : [strictPolicy(sonaqor)] }
}

interface OfHeadersProps {
  readonly findings: readonly Finding[]
  /** Whether there is anything to put in place of what was pasted. */
  readonly isMended: boolean
  readonly would: readonly string[]
}

function OfHeaders({ findings, isMended, would }: OfHeadersProps) {
  const say = useText()
  return (
    <>
      <Findings of={findings} />
      {isMended && (
        <CodeBlock
          label={say(texts.mendedPolicy)}
          code={would.map((policy) => policy.replaceAll('; ', ';\n')).join('\n\n')}
          language="text"
        />
      )}
    </>
  )
}
