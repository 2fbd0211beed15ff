const { createElement: h } = window.React

/** A table of ours, which is scrolled on its own where there is little room. Its rows are elements. */
export const Table = ({ label, heads, rows }) =>
  h(
    'div',
    { className: 'wide', tabIndex: 0, role: 'group', 'aria-label': label },
    h(
      'table',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          heads.map((head) => h('th', { key: head, scope: 'col' }, head)),
        ),
      ),
      h('tbody', null, rows),
    ),
  )
