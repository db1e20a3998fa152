-- What the organisation's own reporting tools read: docs/data-out.md says what stands where. The
-- role muster_reporter reads these views and nothing else: no contacts, no addresses, nothing of the
-- site's log or the shifts'. Of incidents it reads each entry, in `timeline`, also as it was written.
-- `app/record/tables.py` makes the same tables for CSV files.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_reporter') THEN
        BEGIN
            CREATE ROLE muster_reporter NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;  -- someone else made it in the same moment
        END;
    END IF;
    IF NOT pg_has_role('muster_viewer', 'muster_reporter', 'MEMBER') THEN
        GRANT muster_reporter TO muster_viewer;
    END IF;
END
$$;

-- A version of a plan is found without reading all plans.
CREATE INDEX entries_plans ON entries ((muster_json(data) ->> 'ref'))
    WHERE kind = 'plan_published';

CREATE SCHEMA muster_reporting;
REVOKE ALL ON SCHEMA muster_reporting FROM PUBLIC;
GRANT USAGE ON SCHEMA muster_reporting TO muster_reporter;


CREATE FUNCTION muster.muster_time(micros bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN micros >= 0
        THEN timestamptz 'epoch' + micros * interval '1 microsecond' END
$$;


-- 2026-0042, D2026-0007 for a drill; empty while the incident has none.
CREATE FUNCTION muster.muster_number(drill boolean, year integer, running integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN year IS NULL OR running IS NULL THEN ''
        ELSE CASE WHEN drill THEN 'D' ELSE '' END || year || '-'
            || lpad(running::text, greatest(4, length(running::text)), '0') END
$$;


-- The summary of an incident: as the archive has it, or made anew while that is behind.
CREATE FUNCTION muster.muster_summary_now(
    of_stream text, OUT title text, OUT place text, OUT plan text, OUT level integer,
    OUT opened_at bigint, OUT closed_at bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
BEGIN
    SELECT a.title, a.place, a.plan, a.level, a.opened_at, a.closed_at
    INTO title, place, plan, level, opened_at, closed_at
    FROM archive a JOIN streams s ON s.stream = a.stream
    WHERE a.stream = of_stream AND a.seq = s.seq;
    IF NOT FOUND THEN
        SELECT * INTO title, place, plan, level, opened_at, closed_at
        FROM muster_summary(of_stream);
    END IF;
END
$$;


-- One call-out as it comes about, entry by entry: as `app/models/call_outs.py` has it.
CREATE TYPE muster.call_out AS (
    name text, role text, team text, on_duty boolean, called boolean, state text, due bigint,
    called_at bigint, arrived_at bigint, ended_at bigint, tries integer
);

CREATE FUNCTION muster.muster_call_out_step(
    was muster.call_out, kind text, at bigint, fact jsonb
) RETURNS muster.call_out
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    v muster.call_out := was;
    state CONSTANT text := coalesce(was.state, 'none');
    awaited CONSTANT boolean :=
        coalesce(was.state, 'none') IN ('called', 'acknowledged', 'on_the_way', 'no_answer');
BEGIN
    CASE kind
        WHEN 'called_out' THEN
            IF awaited OR (state = 'arrived' AND v.called) THEN RETURN v; END IF;
            v.name := coalesce(nullif(fact ->> 'name', ''), v.name, '');
            v.role := coalesce(fact ->> 'role', '');
            v.team := coalesce(fact ->> 'group', '');
            v.on_duty := coalesce(fact ->> 'on_duty' = 'true', false);
            v.called := true;
            v.due := muster_moment(fact ->> 'due');
            v.called_at := at;
            v.tries := 0;
            v.ended_at := NULL;
            IF state <> 'arrived' THEN
                v.state := 'called';
                v.arrived_at := NULL;
            END IF;
        WHEN 'arrived' THEN
            IF state = 'arrived' THEN RETURN v; END IF;
            IF state IN ('excused', 'stood_down') THEN
                v.called := false; v.due := NULL; v.called_at := NULL; v.ended_at := NULL;
                v.tries := 0;
            ELSE
                v.name := coalesce(nullif(v.name, ''), fact ->> 'name', '');
            END IF;
            v.state := 'arrived';
            v.arrived_at := at;
        WHEN 'stood_down' THEN
            IF state IN ('none', 'excused', 'stood_down') THEN RETURN v; END IF;
            v.state := 'stood_down';
            v.ended_at := at;
        ELSE
            IF NOT awaited THEN RETURN v; END IF;
            v.state := kind;
            IF kind = 'excused' THEN v.ended_at := at; END IF;
            IF kind = 'no_answer' THEN v.tries := coalesce(v.tries, 0) + 1; END IF;
    END CASE;
    RETURN v;
END
$$;

CREATE AGGREGATE muster.muster_call_out(text, bigint, jsonb) (
    sfunc = muster.muster_call_out_step, stype = muster.call_out
);

CREATE FUNCTION muster.muster_call_outs(of_stream text)
RETURNS TABLE (person text, call_out muster.call_out)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    SELECT * FROM (
        SELECT fact ->> 'who', muster_call_out(kind, at, fact ORDER BY at, id) AS v
        FROM muster_facts(of_stream, ARRAY['called_out', 'acknowledged', 'on_the_way', 'no_answer',
            'arrived', 'excused', 'stood_down'])
        WHERE fact ->> 'who' IS NOT NULL GROUP BY 1
    ) AS folded WHERE (v).state IS NOT NULL
$$;


-- What was recorded about each task, and the tasks of the plan that nothing was recorded about.
CREATE FUNCTION muster.muster_tasks(of_stream text)
RETURNS TABLE (task text, planned boolean, text_en text, text_zh text, owner text,
    within interval, due bigint, state text, settled_at bigint, settled_by text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    WITH said AS (
        SELECT *, fact ->> 'task' AS task FROM muster_facts(of_stream, ARRAY['task_added',
            'task_done', 'task_undone', 'task_skipped', 'task_reassigned', 'task_due_set'])
        WHERE fact ->> 'task' IS NOT NULL
    ), settled AS (
        -- The first to say so settled it: of a run of the same, the first.
        SELECT DISTINCT ON (x.task) x.task, x.kind, x.at, x.author, x.fact
        FROM (
            SELECT s.*, lag(s.kind) OVER (PARTITION BY s.task ORDER BY s.at, s.id) AS before
            FROM said s WHERE s.kind IN ('task_done', 'task_undone', 'task_skipped')
        ) AS x
        WHERE x.kind <> coalesce(x.before, 'task_undone')
        ORDER BY x.task, x.at DESC, x.id DESC
    ), recorded AS (
        SELECT DISTINCT s.task, first_value(s.fact) OVER (
                PARTITION BY s.task ORDER BY s.kind <> 'task_added', s.at DESC, s.id DESC) AS added,
            first_value(s.fact ->> 'owner') OVER (
                PARTITION BY s.task ORDER BY s.kind NOT IN ('task_added', 'task_reassigned'),
                    s.at DESC, s.id DESC) AS owner,
            first_value(s.fact ->> 'due') OVER (
                PARTITION BY s.task ORDER BY s.kind NOT IN ('task_added', 'task_due_set'),
                    s.at DESC, s.id DESC) AS due
        FROM said s
    ), planned AS (
        SELECT p.value ->> 'key' AS task, p.value AS part
        FROM muster_summary_now(of_stream) i
        CROSS JOIN LATERAL (
            SELECT muster_json(e.data) -> 'document' -> 'tasks' AS tasks FROM entries e
            WHERE e.kind = 'plan_published' AND muster_json(e.data) ->> 'ref' = i.plan LIMIT 1
        ) AS published
        CROSS JOIN LATERAL jsonb_array_elements(published.tasks) AS p
    )
    SELECT coalesce(p.task, r.task), p.task IS NOT NULL,
        coalesce(p.part #>> '{text,en}', nullif(r.added ->> 'text', ''), r.task),
        coalesce(p.part #>> '{text,zh}', nullif(r.added ->> 'text', ''), r.task),
        coalesce(nullif(r.owner, ''), p.part ->> 'owner', ''),
        (p.part ->> 'within')::interval, muster_moment(r.due),
        CASE d.kind WHEN 'task_done' THEN 'done' WHEN 'task_skipped' THEN 'skipped'
            ELSE 'open' END,
        CASE WHEN d.kind <> 'task_undone' THEN d.at END,
        CASE WHEN d.kind <> 'task_undone' THEN d.author ELSE '' END,
        coalesce(d.fact ->> 'reason', '')
    FROM planned p FULL JOIN recorded r ON r.task = p.task
    LEFT JOIN settled d ON d.task = r.task
$$;


-- One row for each zone that something was recorded about: when each was so the first time.
CREATE FUNCTION muster.muster_zones(of_stream text)
RETURNS TABLE (zone text, cordoned_at bigint, lifted_at bigint, evacuating_at bigint,
    empty_at bigint, confirmed_at bigint, confirmed_by text, released_at bigint, people_out integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    SELECT fact ->> 'zone',
        min(at) FILTER (WHERE kind = 'zone_cordoned'),
        max(at) FILTER (WHERE kind = 'cordon_lifted'),
        min(at) FILTER (WHERE kind = 'zone_evacuating'),
        min(at) FILTER (WHERE kind = 'zone_empty'),
        min(at) FILTER (WHERE kind = 'zone_confirmed'),
        coalesce((array_agg(coalesce(nullif(fact ->> 'by', ''), author) ORDER BY at, id)
            FILTER (WHERE kind = 'zone_confirmed'))[1], ''),
        max(at) FILTER (WHERE kind = 'zone_released'),
        (array_agg((fact ->> 'count')::integer ORDER BY at DESC, id DESC)
            FILTER (WHERE kind = 'out_counted'))[1]
    FROM muster_facts(of_stream, ARRAY['zone_cordoned', 'cordon_lifted', 'zone_evacuating',
        'zone_empty', 'zone_confirmed', 'zone_released', 'out_counted'])
    WHERE fact ->> 'zone' IS NOT NULL GROUP BY 1
$$;


CREATE VIEW muster_reporting.incidents AS
SELECT muster.muster_number(s.drill, s.year, s.running) AS number,
    s.drill, i.title, i.place, split_part(i.plan, '@', 1) AS plan, i.plan AS plan_version,
    (ARRAY['IV', 'III', 'II', 'I'])[i.level] AS highest_level,
    muster.muster_time(i.opened_at) AS opened_at, muster.muster_time(i.closed_at) AS closed_at,
    NOT s.open AS settled, s.seq AS entries, s.stream
FROM muster.streams s CROSS JOIN LATERAL muster.muster_summary_now(s.stream) i
WHERE s.kind = 'incident';

CREATE VIEW muster_reporting.timeline AS
SELECT muster.muster_number(s.drill, s.year, s.running) AS number,
    s.drill, e.seq, muster.muster_time(e.at) AS happened_at,
    muster.muster_time(e.recorded_at) AS recorded_at, e.kind, e.author, e.station, e.recorded_by,
    coalesce((SELECT string_agg(piece, ' · ')
        FROM muster.muster_prose(muster.muster_json(e.data)) AS piece), '') AS words,
    EXISTS (SELECT FROM muster.entries c WHERE c.stream = e.stream AND c.kind = 'corrected'
        AND muster.muster_json(c.data) ->> 'entry' = e.id) AND e.kind <> 'corrected' AS corrected,
    e.id, e.data, s.stream
FROM muster.entries e JOIN muster.streams s ON s.stream = e.stream
WHERE s.kind = 'incident';

CREATE VIEW muster_reporting.call_outs AS
SELECT muster.muster_number(s.drill, s.year, s.running) AS number, s.drill, c.person,
    (c.call_out).name, coalesce((c.call_out).role, '') AS role,
    coalesce((c.call_out).team, '') AS team, coalesce((c.call_out).on_duty, false) AS on_duty,
    coalesce((c.call_out).called, false) AS called, (c.call_out).state,
    muster.muster_time((c.call_out).called_at) AS called_at,
    muster.muster_time((c.call_out).due) AS due,
    muster.muster_time((c.call_out).arrived_at) AS arrived_at,
    muster.muster_time((c.call_out).ended_at) AS ended_at,
    coalesce((c.call_out).tries, 0) AS tries, s.stream
FROM muster.streams s CROSS JOIN LATERAL muster.muster_call_outs(s.stream) c
WHERE s.kind = 'incident';

CREATE VIEW muster_reporting.tasks AS
SELECT muster.muster_number(s.drill, s.year, s.running) AS number, s.drill, t.task, t.planned,
    t.text_en, t.text_zh, t.owner, t.within, muster.muster_time(t.due) AS due, t.state,
    muster.muster_time(t.settled_at) AS settled_at, coalesce(t.settled_by, '') AS settled_by,
    t.reason, s.stream
FROM muster.streams s CROSS JOIN LATERAL muster.muster_tasks(s.stream) t
WHERE s.kind = 'incident';

CREATE VIEW muster_reporting.zones AS
SELECT muster.muster_number(s.drill, s.year, s.running) AS number, s.drill, z.zone,
    muster.muster_time(z.cordoned_at) AS cordoned_at,
    muster.muster_time(z.lifted_at) AS lifted_at,
    muster.muster_time(z.evacuating_at) AS evacuating_at,
    muster.muster_time(z.empty_at) AS empty_at,
    muster.muster_time(z.confirmed_at) AS confirmed_at, z.confirmed_by,
    muster.muster_time(z.released_at) AS released_at, z.people_out, s.stream
FROM muster.streams s CROSS JOIN LATERAL muster.muster_zones(s.stream) z
WHERE s.kind = 'incident';

GRANT SELECT ON ALL TABLES IN SCHEMA muster_reporting TO muster_reporter;

-- A view lends the right to its tables, but not to its functions. These read only what the views
-- show anyway.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['muster_time(bigint)', 'muster_number(boolean, integer, integer)',
        'muster_summary_now(text)', 'muster_call_outs(text)', 'muster_tasks(text)',
        'muster_zones(text)', 'muster_json(text)', 'muster_prose(jsonb)',
        'muster_call_out_step(muster.call_out, text, bigint, jsonb)',
        'muster_call_out(text, bigint, jsonb)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION muster.%s FROM PUBLIC', name);
        EXECUTE format('GRANT EXECUTE ON FUNCTION muster.%s TO muster_reporter', name);
    END LOOP;
END
$$;
