-- Replaces functions of 0009 and 0010. What a log holds may be no fact of ours: written by a newer
-- program, or by hand. The program keeps it and counts it for nothing; so do the archive and the
-- views, and nothing of them fails. Only `data` in the view `timeline` is as it was written.


-- A time as facts have it, in microseconds since 1970; null where it is none that the program
-- reads: it must say its zone, and lie in the years 1 to 9999 of UTC.
CREATE OR REPLACE FUNCTION muster.muster_moment(written text) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    micros numeric;
BEGIN
    IF written ~ ('^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]'
        '([.][0-9]{1,20})?([Zz]|[+-][0-9]{2}:?[0-9]{2})$')
    THEN
        micros := floor(extract(epoch FROM written::timestamptz) * 1000000);
        IF micros BETWEEN -62135596800000000 AND 253402300799999999 THEN RETURN micros; END IF;
    END IF;
    RETURN NULL;
EXCEPTION WHEN data_exception THEN  -- the 30th of February
    RETURN NULL;
END
$$;


-- A stretch of time as plans have it; null where it is none.
CREATE FUNCTION muster.muster_stretch(written text) RETURNS interval
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF written ~ '^P[0-9DTHMS.]{1,30}$' THEN RETURN written::interval; END IF;
    RETURN NULL;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;


-- A count as facts have it; null where it is none, or none that an integer holds.
CREATE FUNCTION muster.muster_count(said jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof(said) = 'number' AND said::text ~ '^-?[0-9]{1,9}$'
        THEN said::text::integer END
$$;


-- Whether it says what a fact of that kind must say; what it may say besides is not looked at.
-- With its owner's rights: whoever reads a view has none to look into the schema.
CREATE FUNCTION muster.muster_fits(kind text, fact jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    texts CONSTANT text[] := CASE
        WHEN kind = 'opened' THEN ARRAY['plan', 'title', 'place']
        WHEN kind IN ('level_set', 'reopened') THEN ARRAY['reason']
        WHEN kind = 'corrected' THEN ARRAY['entry', 'reason']
        WHEN kind = 'called_out' THEN ARRAY['who', 'name', 'role']
        WHEN kind = 'excused' THEN ARRAY['who', 'reason']
        WHEN kind IN ('acknowledged', 'on_the_way', 'no_answer', 'arrived', 'stood_down')
            THEN ARRAY['who']
        WHEN kind = 'task_added' THEN ARRAY['task', 'text']
        WHEN kind IN ('task_skipped', 'task_due_set') THEN ARRAY['task', 'reason']
        WHEN kind = 'task_reassigned' THEN ARRAY['task', 'owner']
        WHEN kind IN ('task_done', 'task_undone') THEN ARRAY['task']
        WHEN kind IN ('zone_cordoned', 'cordon_lifted', 'zone_evacuating', 'zone_empty',
            'zone_confirmed', 'zone_released', 'out_counted') THEN ARRAY['zone']
        ELSE ARRAY[]::text[]
    END;
    field text;
BEGIN
    IF jsonb_typeof(fact) IS DISTINCT FROM 'object' OR fact ->> 'kind' IS DISTINCT FROM kind THEN
        RETURN false;
    END IF;
    FOREACH field IN ARRAY texts LOOP
        IF jsonb_typeof(fact -> field) IS DISTINCT FROM 'string' THEN RETURN false; END IF;
    END LOOP;
    RETURN CASE
        WHEN kind IN ('opened', 'level_set') THEN
            coalesce(muster_count(fact -> 'level') BETWEEN 1 AND 4, false)
        WHEN kind = 'amended' THEN
            coalesce(jsonb_typeof(fact -> 'title'), 'null') IN ('string', 'null')
            AND coalesce(jsonb_typeof(fact -> 'place'), 'null') IN ('string', 'null')
        WHEN kind = 'corrected' THEN
            fact ->> 'at' IS NULL OR muster_moment(fact ->> 'at') IS NOT NULL
        WHEN kind = 'task_added' THEN
            fact ->> 'due' IS NULL OR muster_moment(fact ->> 'due') IS NOT NULL
        WHEN kind IN ('called_out', 'task_due_set') THEN muster_moment(fact ->> 'due') IS NOT NULL
        WHEN kind = 'out_counted' THEN muster_count(fact -> 'count') IS NOT NULL
        ELSE true
    END;
END
$$;


-- What people wrote in a fact: as before, but of all pieces together no more than 100,000
-- characters, as `prose` in `app/models/searching.py` has it.
CREATE OR REPLACE FUNCTION muster.muster_prose(fact jsonb) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part jsonb;
    field record;
    piece text;
    room integer := 100000;
BEGIN
    FOREACH part IN ARRAY ARRAY[fact, fact -> 'fact'] LOOP
        CONTINUE WHEN part IS NULL OR jsonb_typeof(part) <> 'object';
        FOR field IN
            SELECT key, value FROM jsonb_each(part)
            WHERE key IN ('title', 'place', 'text', 'reason', 'said', 'summary', 'decided_by',
                'name', 'from_name', 'to_name', 'called_by', 'reference', 'sheet', 'units', 'to',
                'subject', 'why', 'by', 'despite', 'matter', 'unit', 'received_by', 'outcome',
                'owner', 'result')
            ORDER BY key COLLATE "C"
        LOOP
            IF jsonb_typeof(field.value) = 'string' THEN
                piece := left(field.value #>> '{}', room);
                RETURN NEXT piece;
                room := room - length(piece);
            ELSIF jsonb_typeof(field.value) IN ('array', 'object') THEN
                FOR piece IN SELECT said #>> '{}' FROM jsonb_path_query(
                    field.value, 'strict $.** ? (@.type() == "string")') AS said
                LOOP
                    piece := left(piece, room);
                    RETURN NEXT piece;
                    room := room - length(piece);
                    EXIT WHEN room <= 0;
                END LOOP;
            END IF;
            IF room <= 0 THEN RETURN; END IF;
        END LOOP;
    END LOOP;
END
$$;


-- What is referred to may be of any length, and an index holds no long ones.
DROP INDEX muster.entries_corrected;
CREATE INDEX entries_corrected ON entries (stream, left(muster_json(data) ->> 'entry', 200))
    WHERE kind = 'corrected';
DROP INDEX muster.entries_plans;
CREATE INDEX entries_plans ON entries (left(muster_json(data) ->> 'ref', 200))
    WHERE kind = 'plan_published';


CREATE OR REPLACE FUNCTION muster.muster_facts(of_stream text, of_kinds text[])
RETURNS TABLE (id text, at bigint, author text, kind text, fact jsonb)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, muster, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH fixes AS (
        SELECT DISTINCT ON (c.fact ->> 'entry') c.fact ->> 'entry' AS target, c.fact
        FROM (
            SELECT e.at, e.id, muster_json(e.data) AS fact FROM entries e
            WHERE e.stream = of_stream AND e.kind = 'corrected'
        ) AS c
        WHERE muster_fits('corrected', c.fact)
        ORDER BY c.fact ->> 'entry', c.at DESC, c.id DESC
    ), effective AS (
        SELECT e.id, e.author,
            coalesce(muster_moment(f.fact ->> 'at'), e.at) AS at,
            CASE WHEN f.target IS NULL THEN e.kind ELSE f.fact #>> '{fact,kind}' END AS kind,
            CASE WHEN f.target IS NULL THEN muster_json(e.data) ELSE f.fact -> 'fact' END AS fact
        FROM entries e LEFT JOIN fixes f ON f.target = e.id
        WHERE e.stream = of_stream AND e.kind <> 'corrected'
            AND (f.target IS NOT NULL OR e.kind = ANY (of_kinds))
    )
    SELECT x.id, x.at, x.author, x.kind, x.fact FROM effective x
    WHERE x.kind = ANY (of_kinds) AND muster_fits(x.kind, x.fact)
    ORDER BY x.at, x.id;
END
$$;


CREATE OR REPLACE FUNCTION muster.muster_summary(
    of_stream text, OUT title text, OUT place text, OUT plan text, OUT level integer,
    OUT opened_at bigint, OUT closed_at bigint
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    each record;
    status integer := 0;  -- 1 open, 2 over, 3 closed
BEGIN
    title := ''; place := ''; plan := ''; level := 1; opened_at := -1; closed_at := -1;
    FOR each IN
        SELECT * FROM muster_facts(of_stream, ARRAY[
            'opened', 'amended', 'level_set', 'declared_over', 'closed', 'reopened'])
    LOOP
        CASE each.kind
            WHEN 'opened' THEN
                title := each.fact ->> 'title';
                place := each.fact ->> 'place';
                level := greatest(level, muster_count(each.fact -> 'level'));
                IF status = 0 THEN
                    status := 1;
                    plan := each.fact ->> 'plan';
                    opened_at := each.at;
                END IF;
            WHEN 'amended' THEN
                title := coalesce(each.fact ->> 'title', title);
                place := coalesce(each.fact ->> 'place', place);
            WHEN 'level_set' THEN
                level := greatest(level, muster_count(each.fact -> 'level'));
            WHEN 'declared_over' THEN
                IF status = 1 THEN status := 2; END IF;
            WHEN 'closed' THEN
                IF status IN (1, 2) THEN status := 3; closed_at := each.at; END IF;
            WHEN 'reopened' THEN
                IF status IN (2, 3) THEN status := 1; closed_at := -1; END IF;
            ELSE NULL;
        END CASE;
    END LOOP;
END
$$;


-- The words of some entries of a stream: one row for each 200, or for fewer where they are long. A
-- vector holds 1,048,575 bytes of words, and array_to_tsvector does not say so: it loses words. Of
-- an entry come no more than twice its bytes, as each character may stand in two words, and no more
-- than 800,000, by what `muster_prose` gives.
DROP FUNCTION muster.muster_take_words(integer, text, bigint, bigint, integer);
CREATE FUNCTION muster.muster_take_words(
    of_incident integer, of_stream text, behind bigint, up_to bigint
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, muster, pg_temp AS $$
    INSERT INTO archive_words (incident, words)
    SELECT of_incident, array_to_tsvector(array_agg(DISTINCT word))
    FROM (
        SELECT seq, data,
            sum(least(octet_length(data), 400000)) OVER (ORDER BY seq) / 120000 AS nth
        FROM entries WHERE stream = of_stream AND seq > behind AND seq <= up_to
    ) AS e, muster_prose(muster_json(e.data)) AS piece, muster_words(piece) AS word
    GROUP BY (e.seq - behind - 1) / 200, e.nth
$$;


-- Takes in what is new of one incident.
CREATE FUNCTION muster.muster_archive_one(of_stream text, behind bigint, up_to bigint)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    known record;
BEGIN
    SELECT * INTO known FROM muster_summary(of_stream);
    INSERT INTO archive (stream, title, place, heading, plan, level, opened_at, closed_at, seq)
    VALUES (of_stream, known.title, known.place,
            lower((known.title || chr(10) || known.place) COLLATE "C"), known.plan,
            known.level, known.opened_at, known.closed_at, up_to)
    ON CONFLICT (stream) DO UPDATE SET title = excluded.title, place = excluded.place,
        heading = excluded.heading, plan = excluded.plan, level = excluded.level,
        opened_at = excluded.opened_at, closed_at = excluded.closed_at, seq = excluded.seq
    RETURNING incident INTO known;
    PERFORM muster_take_words(known.incident, of_stream, behind, up_to);
END
$$;


-- Takes in the next incidents that have new entries, until it has about so many; answers how many
-- entries are left. One that cannot be taken in is passed over, and is no obstacle to the others:
-- it is found by its number, and by what was taken in of it before.
CREATE OR REPLACE FUNCTION muster.muster_archive_more(most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    line record;
    taken bigint := 0;
    left_over bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(5571889503);  -- one after the other
    FOR line IN
        SELECT s.stream, s.seq, coalesce(a.seq, 0) AS behind,
            sum(s.seq - coalesce(a.seq, 0)) OVER () AS in_all
        FROM streams s LEFT JOIN archive a ON a.stream = s.stream
        WHERE s.kind = 'incident' AND s.seq > coalesce(a.seq, 0)
    LOOP
        BEGIN
            PERFORM muster_archive_one(line.stream, line.behind, line.seq);
        EXCEPTION WHEN OTHERS THEN
            -- What passes by itself (a full disk, a lock, a server that stops) or is damage is not
            -- the incident's.
            IF left(SQLSTATE, 2) IN ('08', '25', '40', '42', '53', '55', '57', '58', 'XX') THEN
                RAISE;
            END IF;
            RAISE WARNING 'incident % is not taken in: %', line.stream, SQLERRM;
            INSERT INTO archive
                (stream, title, place, heading, plan, level, opened_at, closed_at, seq)
            VALUES (line.stream, '', '', '', '', 1, -1, -1, line.seq)
            ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq;
        END;
        taken := taken + line.seq - line.behind;
        left_over := line.in_all - taken;
        EXIT WHEN taken >= most;
    END LOOP;
    RETURN left_over;
END
$$;


CREATE OR REPLACE FUNCTION muster.muster_tasks(of_stream text)
RETURNS TABLE (task text, planned boolean, text_en text, text_zh text, owner text,
    within interval, due bigint, state text, settled_at bigint, settled_by text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    WITH said AS (
        SELECT *, fact ->> 'task' AS task FROM muster_facts(of_stream, ARRAY['task_added',
            'task_done', 'task_undone', 'task_skipped', 'task_reassigned', 'task_due_set'])
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
            WHERE e.kind = 'plan_published' AND muster_json(e.data) ->> 'ref' = i.plan
                AND left(muster_json(e.data) ->> 'ref', 200) = left(i.plan, 200)  -- by the index
            LIMIT 1
        ) AS published
        CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(published.tasks)
            WHEN 'array' THEN published.tasks END) AS p
        WHERE jsonb_typeof(p.value -> 'key') = 'string'
    )
    SELECT coalesce(p.task, r.task), p.task IS NOT NULL,
        coalesce(p.part #>> '{text,en}', nullif(r.added ->> 'text', ''), r.task),
        coalesce(p.part #>> '{text,zh}', nullif(r.added ->> 'text', ''), r.task),
        coalesce(nullif(r.owner, ''), p.part ->> 'owner', ''),
        muster_stretch(p.part ->> 'within'), muster_moment(r.due),
        CASE d.kind WHEN 'task_done' THEN 'done' WHEN 'task_skipped' THEN 'skipped'
            ELSE 'open' END,
        CASE WHEN d.kind <> 'task_undone' THEN d.at END,
        CASE WHEN d.kind <> 'task_undone' THEN d.author ELSE '' END,
        coalesce(d.fact ->> 'reason', '')
    FROM planned p FULL JOIN recorded r ON r.task = p.task
    LEFT JOIN settled d ON d.task = r.task
$$;


CREATE OR REPLACE FUNCTION muster.muster_zones(of_stream text)
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
        (array_agg(muster_count(fact -> 'count') ORDER BY at DESC, id DESC)
            FILTER (WHERE kind = 'out_counted'))[1]
    FROM muster_facts(of_stream, ARRAY['zone_cordoned', 'cordon_lifted', 'zone_evacuating',
        'zone_empty', 'zone_confirmed', 'zone_released', 'out_counted'])
    GROUP BY 1
$$;


CREATE OR REPLACE VIEW muster_reporting.timeline AS
SELECT muster.muster_number(s.drill, s.year, s.running) AS number,
    s.drill, e.seq, muster.muster_time(e.at) AS happened_at,
    muster.muster_time(e.recorded_at) AS recorded_at, e.kind, e.author, e.station, e.recorded_by,
    coalesce((SELECT string_agg(piece, ' · ')
        FROM muster.muster_prose(muster.muster_json(e.data)) AS piece), '') AS words,
    EXISTS (SELECT FROM muster.entries c WHERE c.stream = e.stream AND c.kind = 'corrected'
        AND left(muster.muster_json(c.data) ->> 'entry', 200) = left(e.id, 200)  -- by the index
        AND muster.muster_json(c.data) ->> 'entry' = e.id
        AND muster.muster_fits('corrected', muster.muster_json(c.data))
    ) AND e.kind <> 'corrected' AS corrected,
    e.id, e.data, s.stream
FROM muster.entries e JOIN muster.streams s ON s.stream = e.stream
WHERE s.kind = 'incident';


REVOKE ALL ON FUNCTION muster.muster_stretch(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_take_words(integer, text, bigint, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_archive_one(text, bigint, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_count(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_fits(text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_moment(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION muster.muster_fits(text, jsonb) TO muster_reporter;


-- What the archive has already, by these rules; and where words may have been lost, anew.
DELETE FROM archive WHERE incident IN (
    SELECT incident FROM archive_words WHERE pg_column_size(words) > 100000);
UPDATE archive a SET title = k.title, place = k.place, plan = k.plan, level = k.level,
    heading = lower((k.title || chr(10) || k.place) COLLATE "C"),
    opened_at = k.opened_at, closed_at = k.closed_at
FROM archive o CROSS JOIN LATERAL muster_summary(o.stream) k
WHERE a.incident = o.incident
    AND (a.title, a.place, a.plan, a.level, a.opened_at, a.closed_at)
        IS DISTINCT FROM (k.title, k.place, k.plan, k.level, k.opened_at, k.closed_at);
