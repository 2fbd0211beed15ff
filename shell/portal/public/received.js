/**
 * What Sonaqor has told our server: the last messages, and whether each was signed for us. They are of
 * all shops, as our own people see them; whoever shows them to a shop has to leave the others' out.
 */
import { Table } from './table.js'

const { createElement: h, useEffect, useState } = window.React

const everyMs = 3000
const title = 'Our own server'
const heads = ['Event', 'Received', 'Signature']

export function Received() {
  const messages = useReceived()
  return h(
    'section',
    { className: 'received' },
    h('h2', null, title),
    h('p', null, 'What Sonaqor has told the server of Tidewater, of all shops together.'),
    messages.length > 0 ? h(Messages, { messages }) : h('p', null, 'Nothing yet.'),
  )
}

/** Asks our own server again and again, while somebody looks. */
function useReceived() {
  const [messages, setMessages] = useState([])
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      const answer = await fetch('/received').catch(() => undefined)
      if (answer?.ok) setMessages(await answer.json())
    }
    void look()
    const timer = setInterval(look, everyMs)
    return () => clearInterval(timer)
  }, [])
  return messages
}

const Messages = ({ messages }) =>
  h(Table, {
    label: title,
    heads,
    rows: messages.map((message, nth) => h(Row, { key: nth, ...message })),
  })

const Row = ({ type, at, refusedFor }) =>
  h(
    'tr',
    null,
    h('td', null, type ?? 'Not known'),
    h('td', null, new Date(at).toLocaleTimeString('en-GB')),
    h('td', null, refusedFor === null ? 'Verified' : `Refused: ${refusedFor}`),
  )
