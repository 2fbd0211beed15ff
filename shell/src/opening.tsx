import { ProblemError } from '@sonaqor/contract/client'
import { adopt, Failed, failureOf, Page, Surface, useText, type Failure } from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import type { ReactNode } from 'react'
import sheet from './opening.css'
import { usePartNow, type Part } from './part.ts'
import * as texts from './texts/en.ts'

adopt(sheet)

interface OpeningProps {
  readonly locale: string
  readonly saying: Text
}

/** Stands for the moment in which what is to be shown is on its way. */
export function Opening({ locale, saying }: OpeningProps) {
  return (
    <Surface locale={locale}>
      <main className="sq-whole" aria-busy aria-live="polite">
        <OnItsWay saying={saying} />
      </main>
    </Surface>
  )
}

function OnItsWay({ saying }: Pick<OpeningProps, 'saying'>) {
  const say = useText()
  return <Page title="Sonaqor">{say(saying)}</Page>
}

interface OnceHereProps<Exports> {
  readonly part: Part<Exports>
  readonly locale: string
  readonly children: (exports: Exports) => ReactNode
}

/** A whole page that is a part by itself, once it has come. */
export function OnceHere<Exports>({ part, locale, children }: OnceHereProps<Exports>) {
  const now = usePartNow(part)
  if (now.name === 'here') return children(now.part)
  if (now.name === 'coming') return <Opening locale={locale} saying={texts.oneMoment} />
  return <NotOpened locale={locale} onRetry={() => void part.load()} />
}

interface NotOpenedProps {
  readonly locale: string
  /** What was thrown; left out where there was no answer at all. */
  readonly error?: unknown
  readonly onRetry: () => void
}

/** Neither the sign-in nor the dashboard can be shown, and why. */
export function NotOpened({ locale, ...props }: NotOpenedProps) {
  return (
    <Surface locale={locale}>
      <main className="sq-whole">
        <WhyNot {...props} />
      </main>
    </Surface>
  )
}

function WhyNot({ error, onRetry }: Omit<NotOpenedProps, 'locale'>) {
  const say = useText()
  return (
    <Page title={say(texts.notOpenedAtAll)}>
      <Failed failure={failureAtStart(error, say)} onRetry={onRetry} />
    </Page>
  )
}

/** A refusal says why in its own words; without one, nobody has answered. */
function failureAtStart(error: unknown, say: Say): Failure {
  if (error instanceof ProblemError) return failureOf(error, say)
  return {
    title: say(texts.unreachable),
    reason: say(texts.noAnswer),
    advice: say(texts.checkConnection),
  }
}
