import { ProblemError } from '@sonaqor/contract/client'
import { Banner, Link, Refusal, useArrival, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../identity/texts/en.ts'

interface ToldProps {
  readonly tone?: 'success' | 'info' | 'danger'
  readonly title: string
  readonly children?: ReactNode
  /** Where one goes on. */
  readonly way?: { readonly href: string; readonly words: string }
}

/** How it went, in place of the form that had the focus. */
export function Told({ tone = 'success', title, children, way }: ToldProps) {
  const say = useText()
  const arrival = useArrival<HTMLDivElement>()
  const { href, words } = way ?? { href: '/', words: say(texts.toSignIn) }
  return (
    <>
      <Banner ref={arrival} tone={tone} title={title}>
        {children}
      </Banner>
      <p>
        <Link href={href}>{words}</Link>
      </p>
    </>
  )
}

/** The address was opened without what stands behind the # of the mail. */
export function LinkMissing() {
  const say = useText()
  return (
    <Told tone="info" title={say(texts.linkMissing)}>
      {say(texts.linkMissingDetail)}
    </Told>
  )
}

/** The page was loaded anew in the middle of what the link had opened; it asks for a new one beside. */
export function LinkPutAway() {
  const say = useText()
  return <Banner title={say(texts.linkPutAway)}>{say(texts.linkPutAwayDetail)}</Banner>
}

interface LinkOverProps extends Pick<ToldProps, 'way'> {
  /** Why, and what to do, where it is none of the usual. */
  readonly detail?: string
}

/** The link works no more: it was used, or took too long. */
export function LinkOver({ way, detail }: LinkOverProps) {
  const say = useText()
  return (
    <Told tone="danger" title={say(texts.linkOver)} {...(way && { way })}>
      {detail ?? say(texts.linkOverDetail)}
    </Told>
  )
}

/** Whether a refusal is about the link itself; anything else can be tried again. */
export function isOver(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false
  const { code, errors = [] } = error.problem
  return code === 'not-found' || errors.some(({ pointer }) => pointer === '#/token')
}

/** Why it was not taken, unless a field says so. */
export function NotTaken({ error, isTold }: { readonly error: unknown; readonly isTold: boolean }) {
  return isTold ? null : <Refusal error={error} />
}
