-- An HR database, here made of the sample profiles: who there is, and how they were rated.
CREATE TABLE people(id TEXT PRIMARY KEY, name TEXT, role TEXT, level TEXT, profile TEXT NOT NULL);
CREATE TABLE ratings(person TEXT NOT NULL REFERENCES people, skill TEXT NOT NULL, level TEXT,
                     source TEXT, assessed TEXT, expires TEXT);

INSERT INTO people
SELECT profile ->> 'id', profile ->> 'name', profile ->> 'role', profile ->> 'level', profile
FROM (SELECT CAST(data AS TEXT) AS profile FROM fsdir('../data/people') WHERE name LIKE '%.json');

INSERT INTO ratings
SELECT people.id, value ->> 'skill', value ->> 'level', value ->> 'source', value ->> 'assessed', value ->> 'expires'
FROM people, json_each(profile, '$.ratings');

-- The rating of each skill that counts on 1 June 2026: the latest of those that have not expired. People
-- without ratings stay, with NULL: nobody assessed them.
CREATE VIEW holdings AS
SELECT people.id AS person, latest.skill, latest.level, people.role, people.level AS own_level
FROM people
LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY person, skill ORDER BY assessed DESC) AS place
           FROM ratings
           WHERE expires IS NULL OR expires >= '2026-06-01') AS latest
ON latest.person = people.id AND latest.place = 1;
