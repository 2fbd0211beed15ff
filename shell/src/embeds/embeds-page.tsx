import { Permitted, useParts, useViewState } from '@sonaqor/module'
import { Failed, failureOf, Page, Skeleton, Tabs, useText } from '@sonaqor/ui'
import { useState, type ComponentType } from 'react'
import * as texts from './texts/en.ts'

function useWords() {
  const say = useText()
  return { title: say(texts.embeds), purpose: say(texts.embedsPurpose) }
}

/** What partners show of Sonaqor in pages of their own: who sees it, how it looks, and whether it works. */
export default function EmbedsPage() {
  const say = useText()
  const words = useWords()
  return (
    <Permitted scope="embeds:read" to={say(texts.seeEmbeds)} page={words}>
      <Page {...words}>
        <EmbedTabs />
      </Page>
    </Permitted>
  )
}

/** Each is a part of its own: who looks at sessions fetches no editor of themes. */
const tabs = {
  sessions: () => import('./sessions-tab.tsx').then(({ SessionsTab }) => ({ Tab: SessionsTab })),
  appearance: () =>
    import('./appearance-tab.tsx').then(({ AppearanceTab }) => ({ Tab: AppearanceTab })),
  doctor: () => import('./doctor-tab.tsx').then(({ DoctorTab }) => ({ Tab: DoctorTab })),
} satisfies Record<string, () => Promise<{ readonly Tab: ComponentType }>>

type TabName = keyof typeof tabs

const isTab = (name: string): name is TabName => Object.hasOwn(tabs, name)

function EmbedTabs() {
  const say = useText()
  const [{ tab: named }, choose] = useViewState({ tab: 'sessions' })
  const tab = isTab(named) ? named : 'sessions'
  const titles = [
    { id: 'sessions' as const, label: say(texts.sessionsTab) },
    { id: 'appearance' as const, label: say(texts.appearanceTab) },
    { id: 'doctor' as const, label: say(texts.doctorTab) },
  ]
  return (
    <Tabs
      label={say(texts.embeds)}
      tabs={titles}
      value={tab}
      onChange={(next) => choose({ tab: next })}
    >
      <TabPart key={tab} name={tab} />
    </Tabs>
  )
}

/** A part that did not come says so in its place, and is asked for again by whoever wants it. */
function TabPart({ name }: { readonly name: TabName }) {
  const say = useText()
  const [isMissed, miss] = useState(false)
  const { parts } = useParts<{ readonly Tab: ComponentType }>(tabs[name], !isMissed, () =>
    miss(true),
  )
  if (parts) return <parts.Tab />
  if (!isMissed) return <Skeleton rows={6} />
  return <Failed failure={failureOf(undefined, say)} onRetry={() => miss(false)} />
}
