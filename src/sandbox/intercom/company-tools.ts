import type { JsonObject } from '../../contract/json'
import { numberOf, requiredText } from '../arguments'
import { notFound, requireFullSeat, type IntercomView } from './access'
import type { IntercomTool } from './intercom-tool'
import type { Company } from './state'

const companyOf = (view: IntercomView, id: string): Company => {
  const company = view.state.companies.find((candidate) => candidate.id === id && candidate.app === view.me.app)
  if (company === undefined) throw notFound('company', id)
  return company
}

const shape = ({ id, name, website, industry, size, plan, updatedAt }: Company): JsonObject => ({
  type: 'company',
  id,
  name,
  website,
  industry,
  size,
  plan,
  updated_at: updatedAt,
})

const retrieveCompany: IntercomTool = ({ view, args }) => shape(companyOf(view, requiredText(args, 'company_id')))

const updateCompany: IntercomTool = ({ view, args }) => {
  const company = companyOf(view, requiredText(args, 'company_id'))
  requireFullSeat(view, 'change companies')
  for (const field of ['name', 'website', 'industry', 'plan'] as const) {
    const value = args[field]
    if (typeof value === 'string') company[field] = value
  }
  company.size = numberOf(args, 'size') ?? company.size
  company.updatedAt = view.now()
  return shape(company)
}

/** Tools about companies. */
export const companyTools: Readonly<Record<string, IntercomTool>> = {
  intercom_retrieve_company: retrieveCompany,
  intercom_update_company: updateCompany,
}
