import { Permitted, useFoothold, useModule, useParts } from '@sonaqor/module'
import { adopt, Button, Page, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { AuditBar } from './audit-bar.tsx'
import { instantsOf, useAuditFilter } from './audit-filter.ts'
import { AuditList } from './audit-list.tsx'
import sheet from './audit.css'
import { isPicked } from './range-filter.ts'
import * as texts from './texts/en.ts'

adopt(sheet)

function useWords() {
  const say = useText()
  return { title: say(texts.auditLog), purpose: say(texts.purpose) }
}

export default function AuditPage() {
  const say = useText()
  return (
    <Permitted scope="audit:read" to={say(texts.seeAuditLog)} page={useWords()}>
      <AuditOfTenant />
    </Permitted>
  )
}

function AuditOfTenant() {
  const say = useText()
  const show = useToast()
  const { can } = useModule()
  const { filter, range, isFiltered, openEntry, open, ...chosen } = useAuditFilter()
  const { narrow, clear } = chosen
  const [doing, become] = useState<'verifying' | 'exporting'>()
  const isCovered = openEntry !== undefined || doing !== undefined
  const { parts, fetchAhead } = useParts(
    () => import('./audit-parts.ts'),
    isCovered || isPicked(range),
    () => {
      open(undefined)
      become(undefined)
      show({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.checkConnection) })
    },
  )
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  const inView = () => ({ ...filter, ...instantsOf(range, Date.now()) })
  return (
    <Page
      {...useWords()}
      actions={
        <>
          {can('jobs:run') && (
            <Button icon="download" onPointerEnter={fetchAhead} onClick={() => become('exporting')}>
              {say(texts.exportOpen)}
            </Button>
          )}
          <Button
            look="primary"
            icon="check"
            onPointerEnter={fetchAhead}
            onClick={() => become('verifying')}
          >
            {say(texts.verifyOpen)}
          </Button>
        </>
      }
      bar={
        <AuditBar
          filter={filter}
          sought={chosen.sought}
          range={range}
          onNarrow={narrow}
          onSeek={chosen.seek}
          isCovered={isCovered}
          onClear={clear}
          parts={parts}
        />
      }
    >
      <div ref={place} className="sq-audit-place" tabIndex={-1} onFocus={onFocus}>
        <AuditList
          key={JSON.stringify([filter, range])}
          filter={filter}
          range={range}
          isFiltered={isFiltered}
          onNarrow={narrow}
          onClear={clear}
          parts={parts}
          onReach={fetchAhead}
          openEntry={openEntry}
          onOpen={open}
        />
      </div>
      {parts && doing === 'verifying' && <parts.VerifyDialog onClose={() => become(undefined)} />}
      {parts && doing === 'exporting' && (
        <parts.ExportDialog
          narrowed={isFiltered ? inView : undefined}
          onClose={() => become(undefined)}
        />
      )}
    </Page>
  )
}
