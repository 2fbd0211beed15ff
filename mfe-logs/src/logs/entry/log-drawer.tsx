import type { LogDetail, LogEntry } from '@sonaqor/contract/logs'
import { CopyLink, StepFoot, useModule, useParts, type Steps } from '@sonaqor/module'
import {
  adopt,
  Badge,
  Button,
  CopyButton,
  Drawer,
  Loaded,
  RelativeTime,
  Skeleton,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { Related } from '../../related/log-related.tsx'
import * as common from '../../texts/en.ts'
import * as texts from './texts/en.ts'
import { curlOf } from './curl.ts'
import sheet from './log-drawer.css'
import { LogFacts, type Names } from './log-facts.tsx'
import { LogSides } from './log-sides.tsx'
import { useRowInstants } from '../instants.ts'
import { nameOfEntry } from '../logs-table.tsx'
import { Latency } from '../latency.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { useLogEntry } from './use-log-entry.ts'

adopt(sheet)

export interface LogDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to a request that is not in view. */
  readonly known: LogEntry | undefined
  readonly names: Names
  readonly steps: Steps
  /** Left out where the list is narrowed to the key already. */
  readonly onOnlyKey: ((keyId: string) => void) | undefined
  /** Leads to another request, in this list or not. */
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** Everything that is known of one request, and the way to the one before and after it. */
export function LogDrawer(props: LogDrawerProps) {
  const { id, known, names, steps, onOnlyKey, onOpen, onClose } = props
  const say = useText()
  const instants = useRowInstants()
  const reading = useLogEntry(id)
  const entry = reading.data ?? known
  return (
    <Drawer
      title={entry ? `${entry.method} ${entry.path}` : say(common.request)}
      aside={
        entry && (
          <span className="sq-log-aside">
            <StatusBadge status={entry.status} />
            {entry.imported && <Badge icon="download">{say(common.imported)}</Badge>}
            <Latency of={entry} />
            <RelativeTime at={entry.at} />
          </span>
        )
      }
      actions={
        <StepFoot
          steps={steps}
          names={{
            previous: say(texts.previousRequest),
            next: say(texts.nextRequest),
            atStart: say(texts.noPreviousRequest),
            atEnd: say(texts.noNextRequest),
          }}
        >
          <CopyLink />
        </StepFoot>
      }
      width="wide"
      onClose={onClose}
    >
      <output className="sq-unseen">{entry && nameOfEntry(say, entry, instants)}</output>
      {entry && <LogFacts of={entry} names={names} onOnlyKey={onOnlyKey} />}
      <Loaded of={reading} loading={<Skeleton rows={5} />}>
        {(detail) => (
          <>
            <div className="sq-log-acts">
              <SendAgain of={detail} onOpen={onOpen} />
              <CopyAsCurl of={detail} />
            </div>
            <Related of={detail} onOpen={onOpen} />
            <LogSides of={detail} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

interface SendAgainProps extends Pick<LogDrawerProps, 'onOpen'> {
  readonly of: LogDetail
}

/** For members who may use keys, for a page of a partner does nothing as a key; the editor comes when it is asked for. */
function SendAgain({ of: detail, onOpen }: SendAgainProps) {
  const say = useText()
  const toast = useToast()
  const { can, kind } = useModule()
  // Of the request that it was asked for: the drawer goes on to others.
  const [asked, setAsked] = useState<string>()
  const isAsked = asked === detail.id
  const { parts, fetchAhead } = useParts(
    () => import('../../again/again-parts.ts'),
    isAsked,
    () => {
      setAsked(undefined)
      toast({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  // What was asked of a server of theirs is nothing that ours would answer.
  const may = kind === 'shell' && can('keys:write') && can('keys:read') && !detail.imported
  if (!may) return null
  return (
    <>
      <Button icon="play" onPointerEnter={fetchAhead} onClick={() => setAsked(detail.id)}>
        {say(detail.environment === 'production' ? texts.copyToSandboxAsked : texts.sendAgainAsked)}
      </Button>
      {isAsked && parts && (
        <parts.SendAgainDialog
          key={detail.id}
          of={detail}
          onOpen={(id) => {
            setAsked(undefined)
            onOpen(id)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

/** What was asked of a server of theirs has an address that no access log tells. */
function CopyAsCurl({ of: detail }: { readonly of: LogDetail }) {
  const say = useText()
  const { origin } = useModule()
  if (detail.imported) return null
  return (
    <CopyButton
      text={curlOf(detail, { say, origin })}
      what={say(texts.curlToCopy)}
      label={say(texts.copyAsCurl)}
      look="plain"
    />
  )
}
