import type { SupportAccess } from '@sonaqor/contract/support-access'
import { Permitted, useParts, useViewState } from '@sonaqor/module'
import {
  Button,
  Empty,
  Loaded,
  LoadMore,
  Page,
  Section,
  Skeleton,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { AccessCard, AccessCards } from './access-card.tsx'
import { PastTable } from './past-table.tsx'
import * as texts from './texts/en.ts'
import { useOpenAccesses, usePastAccesses } from './use-support-access.ts'

/** The look that is open above the list, by the address. */
const nothingOpen = { look: '', opening: false }

type Act = 'allow' | 'deny' | 'end'

interface Asked {
  readonly act: Act
  readonly of: SupportAccess
}

function useWords() {
  const say = useText()
  return { title: say(texts.accessBySonaqor), purpose: say(texts.accessPurpose) }
}

/** What Sonaqor's staff may see here, and whose word lets them. */
export default function SupportAccessPage() {
  const say = useText()
  return (
    <Permitted scope="support:consent" to={say(texts.seeAccess)} page={useWords()}>
      <AccessOfTenant />
    </Permitted>
  )
}

function AccessOfTenant() {
  const say = useText()
  const toast = useToast()
  const open = useOpenAccesses()
  const past = usePastAccesses()
  const [{ look, opening }, choose] = useViewState(nothingOpen)
  const [asked, ask] = useState<Asked>()
  const close = () => ask(undefined)
  const { parts, fetchAhead } = useParts(
    () => import('./support-access-parts.ts'),
    look !== '' || opening || asked !== undefined,
    () => {
      choose(nothingOpen)
      close()
      toast({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.connectionHint) })
    },
  )
  const everything = [...(open.data ?? []), ...(past.data ?? [])]
  const openButton = (
    <Button look="primary" onPointerEnter={fetchAhead} onClick={() => choose({ opening: true })}>
      {say(texts.letSonaqorLook)}
    </Button>
  )

  return (
    <Page {...useWords()} actions={openButton}>
      <Loaded of={open} loading={<Skeleton rows={4} />}>
        {(rows) => <OpenAccesses of={rows} onAsk={ask} onShow={(id) => choose({ look: id })} />}
      </Loaded>
      <PastAccesses
        past={past}
        isAlone={open.data?.length === 0}
        openId={look}
        onOpen={(id) => choose({ look: id })}
      />
      {parts && look !== '' && (
        <parts.AccessDrawer
          key={look}
          id={look}
          known={everything.find(({ id }) => id === look)}
          onClose={() => choose({ look: '' })}
        />
      )}
      {parts && opening && <parts.OpenDialog onClose={() => choose({ opening: false })} />}
      {parts && asked?.act === 'allow' && <parts.AllowDialog of={asked.of} onClose={close} />}
      {parts && asked?.act === 'deny' && <parts.DenyDialog of={asked.of} onClose={close} />}
      {parts && asked?.act === 'end' && <parts.EndDialog of={asked.of} onClose={close} />}
    </Page>
  )
}

interface OpenAccessesProps {
  readonly of: readonly SupportAccess[]
  readonly onAsk: (asked: Asked) => void
  readonly onShow: (id: string) => void
}

/** What waits for an answer comes first, then what is seen at this moment. */
function OpenAccesses({ of: rows, onAsk, onShow }: OpenAccessesProps) {
  const say = useText()
  const waiting = rows.filter(({ state }) => state === 'requested')
  const running = rows.filter(({ state }) => state === 'running')
  return (
    <>
      {waiting.length > 0 && (
        <Section title={say(texts.waitingForYou)} purpose={say(texts.waitingPurpose)}>
          <AccessCards>
            {waiting.map((access) => (
              <AccessCard key={access.id} of={access}>
                <Button onClick={() => onAsk({ act: 'deny', of: access })}>
                  {say(texts.denyEllipsis)}
                </Button>
                <Button look="primary" onClick={() => onAsk({ act: 'allow', of: access })}>
                  {say(texts.allowEllipsis)}
                </Button>
              </AccessCard>
            ))}
          </AccessCards>
        </Section>
      )}
      {running.length > 0 && (
        <Section title={say(texts.lookingNow)} purpose={say(texts.lookingNowPurpose)}>
          <AccessCards>
            {running.map((access) => (
              <AccessCard key={access.id} of={access}>
                <Button onClick={() => onShow(access.id)}>{say(texts.whatWasRead)}</Button>
                <Button look="danger" onClick={() => onAsk({ act: 'end', of: access })}>
                  {say(texts.endNow)}
                </Button>
              </AccessCard>
            ))}
          </AccessCards>
        </Section>
      )}
    </>
  )
}

interface PastAccessesProps {
  readonly past: ReturnType<typeof usePastAccesses>
  /** Nothing is asked for and nothing running. */
  readonly isAlone: boolean
  readonly openId: string
  readonly onOpen: (id: string) => void
}

function PastAccesses({ past, isAlone, openId, onOpen }: PastAccessesProps) {
  const say = useText()
  if (past.data?.length === 0 && !isAlone) return null
  return (
    <Loaded
      of={past}
      loading={<Skeleton rows={3} />}
      empty={<Empty title={say(texts.noneYet)}>{say(texts.noneYetDetail)}</Empty>}
    >
      {(rows) => (
        <Section title={say(texts.pastLooks)}>
          <PastTable rows={rows} openId={openId} onOpen={onOpen} />
          <LoadMore counted={say(texts.pastShown, { count: rows.length })} of={past} />
        </Section>
      )}
    </Loaded>
  )
}
