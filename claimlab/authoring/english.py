"""Ordinary English words that say little, or the same.

Written by hand from general knowledge, for no text in particular. A draft that knows
that "to buy" is "to purchase" saves the teacher the dull part of the work; the telling
wordings, those of this article, the teacher adds.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimlab.opposites import by_stem
from claimlab.stems import stem

_LIGHT = """
say tell make get go take have come give use see show find put be do keep let set seem become include involve want need
try like look start begin think believe know feel call ask report claim reveal happen occur help
year day week month time hour minute today yesterday tomorrow date
man woman person people boy girl guy child thing place part way lot kind sort type area group number case member total
new old good bad big small little great long high first last next second one two
now then ago later back still yet already around across against along among between within off onto upon toward
due able different certain various
"""

# The first word of a line may be said in any of the other ways; each of the others may be said as the first.
_ALIKE = """
die: dead, death, kill, pass away, lose (his|her|their) life, fatal, deceased
kill: murder, slay, shoot dead, fatal
murder: homicide, killing, killer
hurt: injure, injury, wound, harm, bruise
attack: assault, beat, strike
hit: strike, crash, collide, collision, smash
shoot: fire, gunshot, gunman
stab: knife
weapon: gun, pistol, rifle, firearm, knife
gun: pistol, rifle, firearm, handgun
jail: prison, imprison, behind bars, lock up, cell, inmate, custody, detention
arrest: detain, custody, apprehend, seize
police: officer, cop, constable, detective, sheriff, deputy
court: judge, trial, tribunal
charge: accuse, indict, prosecute
convict: guilty, conviction
admit: confess, acknowledge, plead guilty
deny: refuse, reject, dismiss, turn down, decline
claim: allege, assert, accuse, insist
say: tell, state, report, claim, announce, declare, reveal, explain, describe, mention, according, statement
think: believe, consider, feel, view, opinion, reckon, suspect
ask: request, beg, demand, plead, appeal, urge
warn: caution, alert
reveal: show, disclose, expose, confess, discover
find: discover, spot, uncover, notice, locate, detect, identify
see: watch, view, witness, spot, notice, observe
look: appear, seem
show: display, depict, portray, reveal, feature, image
picture: photo, photograph, image, selfie, snap, portrait, footage
film: movie, video, footage, record
buy: purchase, acquire
sell: sale, auction
pay: spend, cost, fee, price
cost: price, worth, value, expensive
cheap: inexpensive, low price
money: cash, fund, pound, dollar, sum
win: victory, beat, triumph, champion, title, winner
beat: defeat, victory, overcome, thrash
lose: defeat, loss
play: game, match, appear, compete
game: match, fixture, contest
compete: competition, contest, tournament, race, challenge, take part, participate
finish: end, complete, conclude
end: stop, conclude, over, close, final
start: begin, launch, open, kick off, commence
score: goal, net
team: side, club, squad
coach: manager, trainer
fan: supporter, follower, admirer
job: work, employment, role, post, position, career
work: employ, employee, staff
worker: employee, staff, staffer
boss: chief, head, leader, manager, director
own: owner, belong, possess
leave: depart, quit, exit, walk out
go: travel, visit, head, trip, journey
travel: journey, trip, fly, drive, tour
reach: arrive, hit, climb
come: arrive, return
return: come back, go back
move: transfer, relocate, transport
join: enter, team up, sign
meet: encounter, face
marry: wed, wedding, marriage, husband, wife, bride
wife: husband, spouse, partner
date: go out with, girlfriend, boyfriend, relationship
divorce: separate, split, break up
child: kid, son, daughter, baby, boy, girl, toddler, youngster
baby: newborn, infant, twin
mother: mom, parent
father: dad, parent
parent: mother, father, mom, dad
family: relative, parent
couple: pair, duo
friend: pal, mate, buddy, companion
student: pupil, schoolboy, schoolgirl, classmate
school: college, university, campus
teacher: teach
hospital: clinic, ward, medic, doctor
doctor: surgeon, physician, medic
ill: sick, illness, disease, unwell
disease: illness, condition, syndrome, disorder
treat: treatment, therapy, cure, surgery, operation
house: home, property, mansion, residence, apartment, flat
live: home, reside, resident, life
local: resident, nearby
build: construct, construction, create
make: create, produce, build, design
create: produce, generate, invent, design
plan: intend, aim, hope, set to
hope: wish, aim, expect
want: wish, hope, desire, keen
try: attempt, bid, seek, effort
agree: deal, accept, agreement, contract
allow: let, permit, enable
forbid: ban, prohibit, bar
ban: suspend, suspension, bar
help: aid, assist, support
support: back, endorse
rescue: save, free
praise: hail, applaud, commend, tribute
criticize: slam, blast, condemn, criticism, blame
blame: fault, responsible
cause: lead to, result, due to, trigger, spark, force
happen: occur, take place
incident: accident, event
accident: crash, collision
fall: drop, plunge, plummet, collapse
rise: increase, grow, go up, climb, soar, jump
increase: grow, raise, go up, boost
decrease: fall, drop, reduce, decline
reduce: cut, lower, slash
change: alter, switch, transform
break: snap, fracture, shatter
destroy: ruin, demolish, wreck, devastate
damage: ruin, destroy, harm
fire: blaze, burn, flame
explode: explosion, blast, bomb
steal: theft, rob, robbery, thief, raid, burglary, heist, loot
raid: heist, robbery, burglary
flee: escape, run away
escape: get away, free
hide: conceal, secret
throw: toss, fling, hurl
put: place, lay
take: bring, carry, steal
bring: carry, deliver
hold: grip, carry
give: hand, offer, donate, present, award, provide
receive: accept, award
share: post, upload, split
post: upload, tweet, publish
write: author, pen, letter
speak: talk, speech, discuss
talk: discuss, chat
fight: battle, struggle, brawl, clash, scuffle
argue: row, argument, dispute, quarrel
angry: furious, rage, anger, outrage, fury
happy: glad, delight, pleased, joy, thrill
sad: upset, heartbroken, grief, mourn, sorrow
shock: stun, surprise, amaze, horrify, astonish
fear: afraid, worry, scare, terrify
worry: concern, anxious
love: adore, fond
hate: dislike, loathe
big: large, huge, giant, massive, enormous
small: little, tiny
fast: quick, rapid, speed
important: key, vital, crucial, significant
main: major, chief, key, primary
famous: celebrity, star, well known, renowned
popular: favourite, hit
rich: wealthy, millionaire, fortune
strange: odd, weird, peculiar, unusual, bizarre
terrible: awful, horrible, dreadful, horrific, gruesome
beautiful: pretty, lovely, attractive, stunning
near: close, nearby, beside, next to
different: another, other
same: identical, equal
several: many, numerous, dozen, hundred, thousand
all: every, entire, whole
car: vehicle, motor, automobile
vehicle: truck, van, lorry, bus
road: street, highway, motorway
driver: drive, motorist
plane: aircraft, jet, flight, airplane
ship: boat, vessel, ferry
country: nation, state
government: minister, ministry, official
leader: president, head, chief
election: vote, poll, ballot
campaign: run, election
soldier: army, troop, military
war: conflict, battle
company: firm, business, corporation
shop: store, supermarket, retailer
customer: shopper, buyer, client
clothes: garment, outfit, dress, coat, jacket, clothing
wear: dress, don, outfit
food: meal, dinner, dish
eat: consume, food, meal
drink: alcohol
drug: substance, narcotic
internet: online, website, web, site
animal: creature
rain: storm
cold: freeze
hot: heat, warm
sign: signal, notice
test: exam, experiment, check
study: research, survey
investigate: probe, investigation, inquiry, examine
expert: scientist, researcher, specialist
top: best, lead
remain: stay, still, keep, continue
continue: keep, go on, carry on, still
old: age, elderly
body: corpse, remains
remove: take away, escort, eject, oust, delete
connect: link, attach, join, contact, touch
link: tie, associate
separate: split, divide, apart
contain: hold, include
release: free, publish
follow: chase, pursue
celebrate: party, celebration
party: celebration, bash, event
event: party, occasion
star: actor, actress, celebrity
singer: sing, musician
book: novel
story: tale, account
news: report, headline
survive: survivor, alive
born: birth, give birth
pregnant: pregnancy
path: pathway, route
"""


def _pairs() -> Iterable[tuple[str, str]]:
    for line in _ALIKE.strip().splitlines():
        head, _, others = line.partition(": ")
        for other in others.split(", "):
            yield head, other
            if " " not in other:
                yield other, head


LIGHT = frozenset(stem(word) for word in _LIGHT.split())
ALIKE = by_stem(_pairs())
