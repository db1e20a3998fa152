-- The archive: what is known of each incident, and the words it is found by. All of it is made by
-- these functions from the entries alone: nobody can put anything else in, and it can be thrown
-- away (DELETE FROM archive) and is made anew. `app/models/searching.py` has the same rules.

CREATE TABLE archive_words (
    incident integer NOT NULL REFERENCES archive ON DELETE CASCADE,
    words tsvector NOT NULL
);
CREATE INDEX archive_words_of ON archive_words (incident);
CREATE INDEX archive_words_words ON archive_words USING gin (words);
REVOKE ALL ON archive, archive_words FROM PUBLIC;
GRANT SELECT ON archive, archive_words TO muster_viewer;


-- A stored fact as JSON; null where it is none.
CREATE FUNCTION muster.muster_json(data text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN data::jsonb;
EXCEPTION WHEN data_exception OR statement_too_complex THEN
    RETURN NULL;
END
$$;


-- A time as facts have it, in microseconds since 1970; null where it is none.
CREATE FUNCTION muster.muster_moment(written text) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN floor(extract(epoch FROM written::timestamptz) * 1000000);
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;


-- What people wrote in a fact, one piece a row, in the order of the fields' names. Step by step:
-- as one query it is planned as if it gave very many rows, and then compiled for each call.
CREATE FUNCTION muster.muster_prose(fact jsonb) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part jsonb;
    field record;
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
                RETURN NEXT field.value #>> '{}';
            ELSIF jsonb_typeof(field.value) IN ('array', 'object') THEN
                RETURN QUERY SELECT piece #>> '{}' FROM jsonb_path_query(
                    field.value, 'strict $.** ? (@.type() == "string")') AS piece;
            END IF;
        END LOOP;
    END LOOP;
END
$$;


-- The words that a text is found by.
CREATE FUNCTION muster.muster_words(text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN run[2] IS NOT NULL THEN left(run[2], 60) ELSE substr(run[1], at, 2) END
    FROM regexp_matches(lower(left($1, 100000) COLLATE "C"),
        '([\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff'
        '\U00020000-\U0003ffff]+)'
        '|([^\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f'
        '\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65'
        '\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff'
        '\U00020000-\U0003ffff]+)', 'g') AS run,
        generate_series(1, CASE WHEN run[2] IS NOT NULL THEN 1 ELSE length(run[1]) END) AS at
$$;


-- What refers to a correction finds it without reading the stream.
CREATE INDEX entries_corrected ON entries (stream, (muster_json(data) ->> 'entry'))
    WHERE kind = 'corrected';


-- The facts of a stream of these kinds, with corrections as they hold, in the order in which they
-- happened: what was struck is left out, what was put in its place stands there with its own kind.
CREATE FUNCTION muster.muster_facts(of_stream text, of_kinds text[])
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
        WHERE jsonb_typeof(c.fact) = 'object'
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
    WHERE x.kind = ANY (of_kinds) AND jsonb_typeof(x.fact) = 'object'
    ORDER BY x.at, x.id;
END
$$;


-- What an incident's entries say about it as a whole, with corrections as they hold: the same as
-- `summarise` in `app/models/archive.py`. Times in microseconds since 1970; -1: not known.
CREATE FUNCTION muster.muster_summary(
    of_stream text, OUT title text, OUT place text, OUT plan text, OUT level integer,
    OUT opened_at bigint, OUT closed_at bigint
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    each record;
    status integer := 0;  -- 1 open, 2 over, 3 closed
    said integer;
BEGIN
    title := ''; place := ''; plan := ''; level := 1; opened_at := -1; closed_at := -1;
    FOR each IN
        SELECT * FROM muster_facts(of_stream, ARRAY[
            'opened', 'amended', 'level_set', 'declared_over', 'closed', 'reopened'])
    LOOP
        CASE each.kind
            WHEN 'opened' THEN
                CONTINUE WHEN NOT each.fact ?& ARRAY['plan', 'title', 'place', 'level'];
                title := each.fact ->> 'title';
                place := each.fact ->> 'place';
                level := greatest(level, (each.fact ->> 'level')::integer);
                IF status = 0 THEN
                    status := 1;
                    plan := each.fact ->> 'plan';
                    opened_at := each.at;
                END IF;
            WHEN 'amended' THEN
                title := coalesce(each.fact ->> 'title', title);
                place := coalesce(each.fact ->> 'place', place);
            WHEN 'level_set' THEN
                level := greatest(level, (each.fact ->> 'level')::integer);
            WHEN 'declared_over' THEN
                IF status = 1 THEN status := 2; END IF;
            WHEN 'closed' THEN
                IF status IN (1, 2) THEN status := 3; closed_at := each.at; END IF;
            WHEN 'reopened' THEN
                IF status IN (2, 3) THEN status := 1; closed_at := -1; END IF;
            ELSE NULL;
        END CASE;
    END LOOP;
EXCEPTION WHEN data_exception THEN
    NULL;  -- what could be read stands
END
$$;


-- The words of some entries of a stream: one row for each 200, or for each where they are long.
CREATE FUNCTION muster.muster_take_words(
    of_incident integer, of_stream text, behind bigint, up_to bigint, together integer
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, muster, pg_temp AS $$
    INSERT INTO archive_words (incident, words)
    SELECT of_incident, array_to_tsvector(array_agg(DISTINCT word))
    FROM entries e, muster_prose(muster_json(e.data)) AS piece, muster_words(piece) AS word
    WHERE e.stream = of_stream AND e.seq > behind AND e.seq <= up_to
    GROUP BY (e.seq - behind - 1) / together
$$;


-- Takes in the next incidents that have new entries, until it has about so many; answers how many
-- entries are left.
CREATE FUNCTION muster.muster_archive_more(most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    line record;
    known record;
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
        SELECT * INTO known FROM muster_summary(line.stream);
        INSERT INTO archive (stream, title, place, heading, plan, level, opened_at, closed_at, seq)
        VALUES (line.stream, known.title, known.place,
                lower((known.title || chr(10) || known.place) COLLATE "C"), known.plan,
                known.level, known.opened_at, known.closed_at, line.seq)
        ON CONFLICT (stream) DO UPDATE SET title = excluded.title, place = excluded.place,
            heading = excluded.heading, plan = excluded.plan, level = excluded.level,
            opened_at = excluded.opened_at, closed_at = excluded.closed_at, seq = excluded.seq
        RETURNING incident INTO known;
        BEGIN
            PERFORM muster_take_words(known.incident, line.stream, line.behind, line.seq, 200);
        EXCEPTION WHEN program_limit_exceeded THEN  -- so many words that they fill no one vector
            PERFORM muster_take_words(known.incident, line.stream, line.behind, line.seq, 1);
        END;
        taken := taken + line.seq - line.behind;
        left_over := line.in_all - taken;
        EXIT WHEN taken >= most;
    END LOOP;
    RETURN left_over;
END
$$;


REVOKE ALL ON FUNCTION muster.muster_json(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_prose(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_words(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_moment(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_facts(text, text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_summary(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_take_words(integer, text, bigint, bigint, integer)
    FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_archive_more(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION muster.muster_archive_more(integer) TO muster_viewer;
