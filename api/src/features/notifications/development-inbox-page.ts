/**
 * `/dev/inbox`: every mail of the demo, for people and as JSON for tests. Without the demo nothing is
 * served here. What a mail says is shown in a frame that runs nothing and belongs to no origin.
 */
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { systemPrincipal } from '../../core/access/index.ts'
import { isOwnHost } from '../../core/addresses/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { findMail, listMails, type DevelopmentMail } from './development-mails.store.ts'
import { escape } from './letter.ts'

/** Styles of a mail stand in its elements; a link in it opens a page of its own. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'"

export function developmentInboxPages(foundation: Foundation): readonly Middleware[] {
  const { demo, publicUrl } = foundation.config
  if (!demo) return []
  return [
    async (ctx, next) => {
      const isRead = ctx.method === 'GET' || ctx.method === 'HEAD'
      const [, rest] = /^\/dev\/inbox(|\.json|\/[\da-f-]{36})$/.exec(ctx.path) ?? []
      if (!isRead || rest === undefined) return next()
      // Links that let people in stand in mails; whose page this is read by has to be certain.
      if (!isOwnHost(ctx.get('host'), publicUrl)) throw elsewhere()
      await answer(ctx, foundation, rest)
    },
  ]
}

const elsewhere = () =>
  new Problem('not-found', { detail: 'The mails of the demo are shown at its own address alone.' })

async function answer(ctx: Context, { scopes }: Foundation, rest: string): Promise<void> {
  const house = systemPrincipal('notifications.development-inbox', null)
  const read = <T>(work: (scope: Scope) => Promise<T>) =>
    scopes.run(house, work, { readOnly: true })
  ctx.set({
    'cache-control': 'no-store',
    'content-security-policy': `${policy}; frame-ancestors 'self'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  const to = recipientOf(ctx)
  if (rest === '.json') {
    ctx.type = 'application/json'
    ctx.body = JSON.stringify({ mails: (await read((scope) => listMails(scope, to))).map(asJson) })
    return
  }
  if (rest === '') {
    ctx.type = 'html'
    ctx.body = listPage(await read((scope) => listMails(scope, to)))
    return
  }
  const { data: id } = z.uuid().safeParse(rest.slice(1))
  const mail = id && (await read((scope) => findMail(scope, id)))
  if (!mail) {
    ctx.status = 404
    ctx.body = 'There is no such mail.'
    return
  }
  ctx.type = 'html'
  // Opened by itself, too, it runs no script and is of no origin.
  ctx.set('content-security-policy', `${policy}; frame-ancestors 'self'; sandbox allow-popups`)
  ctx.body = mail.html
}

const recipientOf = ({ query }: Context): string | undefined =>
  typeof query['to'] === 'string' && query['to'] !== '' ? query['to'] : undefined

const asJson = ({ id, recipient, subject, body, html, at }: DevelopmentMail) => ({
  id,
  to: recipient,
  subject,
  text: body,
  html,
  at: at.toISOString(),
})

const style = `:root{color-scheme:light dark}body{font:16px/24px system-ui,sans-serif;max-width:720px;margin:32px auto;padding:0 16px}
details{border-top:1px solid #8886;padding:12px 0}summary{cursor:pointer}summary span{opacity:.7;font-size:13px;display:block}
iframe{width:100%;height:480px;border:1px solid #8886;border-radius:8px;background:#fff;color-scheme:light}pre{white-space:pre-wrap;overflow-wrap:anywhere}`

function listPage(mails: readonly DevelopmentMail[]): string {
  const told = mails.map(
    ({ id, recipient, subject, body, at }) => `<details><summary>${escape(subject)}
<span>${escape(recipient)} · ${escape(at.toISOString())}</span></summary>
<iframe src="/dev/inbox/${id}" sandbox="allow-popups" loading="lazy" title="${escape(subject)}"></iframe>
<pre>${escape(body)}</pre></details>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Development inbox</title><style>${style}</style></head>
<body><main><h1>Development inbox</h1>
<p>No mail server is set, so every mail of this demo lands here. <a href="/dev/inbox.json">As JSON</a></p>
${told.join('\n') || '<p>No mail yet.</p>'}</main></body></html>
`
}
