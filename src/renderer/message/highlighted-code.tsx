import { createLowlight } from 'lowlight'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import go from 'highlight.js/lib/languages/go'
import graphql from 'highlight.js/lib/languages/graphql'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { Fragment, useEffect, useMemo, useState, type ReactNode } from 'react'

const lowlight = createLowlight({
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  go,
  graphql,
  ini,
  java,
  javascript,
  json,
  kotlin,
  php,
  python,
  ruby,
  rust,
  sql,
  swift,
  typescript,
  xml,
  yaml,
})

// Longer ones would hold up the window, and nobody reads them by their colours.
const mostCharacters = 20_000
const settlesAfterMs = 150

type Node = ReturnType<typeof lowlight.highlight>['children'][number]

const classesOf = (node: Extract<Node, { type: 'element' }>): string => {
  const { className } = node.properties
  return Array.isArray(className) ? className.join(' ') : ''
}

const Nodes = ({ nodes }: { readonly nodes: readonly Node[] }): ReactNode =>
  nodes.map((node, index) => {
    if (node.type === 'text') return <Fragment key={index}>{node.value}</Fragment>
    if (node.type !== 'element') return null
    return (
      <span key={index} className={classesOf(node)}>
        <Nodes nodes={node.children.filter((child) => child.type !== 'comment')} />
      </span>
    )
  })

// A text that still grows is coloured when it pauses; a finished one at once.
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text)
    }, settlesAfterMs)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return text.startsWith(settled) ? settled : text
}

type HighlightedCodeProps = { readonly language: string; readonly text: string }

/** Code in colours, where its language is one of those known here. What is not coloured yet follows as it is. */
export const HighlightedCode = ({ language, text }: HighlightedCodeProps): ReactNode => {
  const settled = useSettled(text)
  const coloured = useMemo(
    () =>
      lowlight.registered(language) && settled.length <= mostCharacters ? (
        <Nodes nodes={lowlight.highlight(language, settled).children} />
      ) : (
        settled
      ),
    [language, settled],
  )
  return (
    <>
      {coloured}
      {text.slice(settled.length)}
    </>
  )
}
