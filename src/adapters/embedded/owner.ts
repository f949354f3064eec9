/** A running cluster in, a database out whose owner is no superuser: a fault in the program then cannot read files or pass row security. */
import pg from 'pg'

const OWNER = 'aigaq_owner'

/** `superuser`: address of the cluster's own user. Idempotent; a database that the superuser owned before changes hands. */
export async function ownedDatabase(superuser: string, name: string): Promise<string> {
  const password = decodeURIComponent(new URL(superuser).password)
  await on(superuser.replace(/\/[^/]*$/, '/postgres'), async (client) => {
    await client.query(makeOwner(password))
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER}`)
    else await client.query(`alter database ${name} owner to ${OWNER}`)
  })
  await on(superuser, (client) => client.query(handOver))
  const address = new URL(superuser)
  address.username = OWNER
  return address.href
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** May make the logins of the public site and the workspace, and nothing else that an owner of tables does not need. */
const makeOwner = (password: string): string => `do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${OWNER}') then
    create role ${OWNER} login nosuperuser nocreatedb createrole nobypassrls;
  end if;
  execute format('alter role ${OWNER} password %L', '${password}');
end $$`

/** Tables, sequences and functions of ours; what belongs to an extension stays. */
const handOver = `do $$ declare one record; begin
  for one in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'S') and c.relowner <> '${OWNER}'::regrole
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'a', 'i')) loop
    execute format('alter table %s owner to ${OWNER}', one.name);
  end loop;
  for one in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proowner <> '${OWNER}'::regrole
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
    execute format('alter function %s owner to ${OWNER}', one.name);
  end loop;
  for one in select rolname as name from pg_roles where rolname in ('aigaq_public', 'aigaq_staff', 'aigaq_site', 'aigaq_desk')
      and not pg_has_role('${OWNER}', rolname, 'member') loop
    execute format('grant %I to ${OWNER} with admin option', one.name);
  end loop;
end $$`
