import type { App } from '@sonaqor/contract/apps'
import { adopt, CopyButton, exactly, RelativeTime, useLocale, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import sheet from './app-facts.css'

adopt(sheet)

interface AppFactsProps {
  readonly app: App
  readonly projectName: string | undefined
}

/** What is known of an app, a line each. */
export function AppFacts({ app, projectName }: AppFactsProps) {
  const say = useText()
  const locale = useLocale()
  return (
    <dl className="sq-app-facts">
      {projectName && <Fact name={say(texts.project)}>{projectName}</Fact>}
      <Fact name={say(texts.origins)} hint={say(texts.originsHint)}>
        <Origins of={app.origins} />
      </Fact>
      <Fact name={say(texts.embedId)} hint={say(texts.embedIdHint)}>
        <Copied text={app.embedId} what={say(texts.embedIdOf, { app: app.name })} />
      </Fact>
      <Fact name={say(texts.appId)} hint={say(texts.appIdHint)}>
        <Copied text={app.id} what={say(texts.appIdOf, { app: app.name })} />
      </Fact>
      <Fact name={say(texts.created)}>
        {exactly(new Date(app.createdAt), locale)}
        <span className="sq-app-aside">
          <RelativeTime at={app.createdAt} />
        </span>
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly name: string
  readonly hint?: string
  readonly children: ReactNode
}

function Fact({ name, hint, children }: FactProps) {
  return (
    <div className="sq-app-fact">
      <dt>
        {name}
        {hint && <span className="sq-app-aside">{hint}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function Origins({ of: origins }: { readonly of: App['origins'] }) {
  const say = useText()
  if (origins.length === 0) return say(texts.noOriginDetail)
  return (
    <ul className="sq-app-origins">
      {origins.map((origin) => (
        <li key={origin}>
          <Copied text={origin} what={origin} />
        </li>
      ))}
    </ul>
  )
}

interface CopiedProps {
  readonly text: string
  readonly what: string
}

function Copied({ text, what }: CopiedProps) {
  return (
    <span className="sq-app-copied">
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  )
}
