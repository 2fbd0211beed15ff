import type { Key } from '@sonaqor/contract/keys'
import { Permitted, useModule, useParts } from '@sonaqor/module'
import { Button, Page, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { useUnused } from '../care/advice/use-unused.ts'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { KeysBar } from './keys-bar.tsx'
import { isBeginningOfKey, useKeysFilter } from './keys-filter.ts'
import { KeysList } from './keys-list.tsx'
import { OrderChoice } from './keys-order.tsx'
import { columnsWithoutRows } from './keys-table.tsx'
import { useApps } from './use-apps.ts'
import type { KeyActs } from '../acts/key-acts.tsx'
import { useKeyActs } from '../acts/use-key-acts.ts'
import { hasRequests } from '../acts/has-requests.ts'
import { useIssueKey, useKeys } from './use-keys.ts'
import { asUsed, useUses } from '../usage/use-uses.ts'

function useWords() {
  const say = useText()
  return { title: say(texts.apiKeys), purpose: say(texts.purpose) }
}

export default function KeysPage() {
  const say = useText()
  return (
    <Permitted scope="keys:read" to={say(texts.seeKeys)} page={useWords()}>
      <KeysOfTenant />
    </Permitted>
  )
}

function KeysOfTenant() {
  const say = useText()
  const show = useToast()
  const { app, can, kind } = useModule()
  const { filter, isFiltered, narrow, seek, clear, order, sort, openKey, open, ...chosen } =
    useKeysFilter()
  const known = useKeys(filter, order)
  const apps = useApps()
  const issue = useIssueKey(filter.appId)
  const unused = useUnused(app?.id ?? (filter.appId || undefined))
  const [isChecking, check] = useState(false)
  const { revoking, editing, closeQuestions, revoked, ...doing } = useKeyActs(open)
  const isCovered = isChecking || Boolean(openKey ?? revoking ?? editing)
  const { parts, fetchAhead } = useParts(
    () => import('./keys-parts.ts'),
    isCovered,
    () => {
      open(undefined)
      check(false)
      closeQuestions()
      show({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.notOpenedBecause) })
    },
  )
  const tellsUse = !(chosen.hidden.has('use') && chosen.hidden.has('used'))
  const uses = useUses(known.data, Boolean(parts) && tellsUse, openKey)
  const keys = { ...known, data: known.data?.map((key) => asUsed(key, uses)) }
  const acts: KeyActs = {
    ...doing.acts,
    hasRequests: (key) => hasRequests(key, uses?.get(key.id)?.requests),
  }

  const appName = (key: Key) => apps.data?.find(({ id }) => id === key.appId)?.name
  const issueButton = can('keys:write') && (
    <Button look="primary" icon="plus" onClick={() => void issue()}>
      {say(texts.issueKey)}
    </Button>
  )

  return (
    <Page
      {...useWords()}
      actions={
        <>
          {/* A secret that is pasted into a partner's page is its scripts' from then on. */}
          {kind === 'shell' && (
            <Button onClick={() => check(true)}>{say(care.checkEllipsis)}</Button>
          )}
          {issueButton}
        </>
      }
      bar={
        <KeysBar
          filter={filter}
          apps={app ? undefined : (apps.data ?? [])}
          onNarrow={narrow}
          onSeek={seek}
          isCovered={isCovered}
          onClear={clear}
        >
          <OrderChoice order={order} onOrder={sort} />
          {parts && (
            <div className="sq-keys-columns">
              <parts.ColumnChooser
                columns={columnsWithoutRows(say)}
                hidden={chosen.hidden}
                onChange={chosen.hideColumns}
              />
            </div>
          )}
        </KeysBar>
      }
    >
      {isBeginningOfKey(filter.search) && (
        <p className="sq-keys-quiet">{say(care.onlyItsBeginning)}</p>
      )}
      <KeysList
        keys={keys}
        isFiltered={isFiltered}
        isCovered={isCovered}
        onClear={clear}
        issueButton={issueButton}
        appName={appName}
        acts={acts}
        menu={parts?.KeyMenu}
        unused={unused}
        use={parts?.UseCell}
        uses={uses}
        openKey={openKey}
        hidden={chosen.hidden}
        order={order}
        onOrder={sort}
        onReach={fetchAhead}
      />
      {parts && openKey && (
        <parts.KeyDrawer
          key={openKey}
          id={openKey}
          known={keys.data?.find(({ id }) => id === openKey)}
          appName={appName}
          acts={acts}
          isCovered={Boolean(revoking ?? editing)}
          asksFor={chosen.asksFor}
          onAsked={chosen.asked}
          onClose={() => open(undefined)}
        />
      )}
      {parts && revoking && (
        <parts.RevokeKeyDialog
          keyToRevoke={revoking}
          appName={appName(revoking)}
          onRevoked={revoked}
          onClose={closeQuestions}
        />
      )}
      {parts && editing && (
        <parts.EditKeyDialog
          keyToEdit={editing.key}
          startAt={editing.at}
          onClose={closeQuestions}
        />
      )}
      {parts && isChecking && (
        <parts.CheckKeyDialog
          appName={appName}
          onOpen={(key) => {
            check(false)
            open(key.id)
          }}
          onClose={() => check(false)}
        />
      )}
    </Page>
  )
}
