"""The facts that entries carry: everything that can be said about an incident or the site."""

from app.models.facts.base import (
    Fact as Fact,
)
from app.models.facts.base import (
    Moment as Moment,
)
from app.models.facts.course import (
    AlarmAcknowledged as AlarmAcknowledged,
)
from app.models.facts.course import (
    Amended as Amended,
)
from app.models.facts.course import (
    Closed as Closed,
)
from app.models.facts.course import (
    CommandHandedOver as CommandHandedOver,
)
from app.models.facts.course import (
    CommandTaken as CommandTaken,
)
from app.models.facts.course import (
    DeclaredOver as DeclaredOver,
)
from app.models.facts.course import (
    LevelProposed as LevelProposed,
)
from app.models.facts.course import (
    LevelSet as LevelSet,
)
from app.models.facts.course import (
    Opened as Opened,
)
from app.models.facts.course import (
    PeopleCounted as PeopleCounted,
)
from app.models.facts.course import (
    PhaseEntered as PhaseEntered,
)
from app.models.facts.course import (
    ProposalDeclined as ProposalDeclined,
)
from app.models.facts.course import (
    Reopened as Reopened,
)
from app.models.facts.course import (
    Settled as Settled,
)
from app.models.facts.course import (
    SignGone as SignGone,
)
from app.models.facts.course import (
    SignSeen as SignSeen,
)
from app.models.facts.drills import (
    DrillPaused as DrillPaused,
)
from app.models.facts.drills import (
    DrillResumed as DrillResumed,
)
from app.models.facts.drills import (
    DrillScripted as DrillScripted,
)
from app.models.facts.drills import (
    InjectAdded as InjectAdded,
)
from app.models.facts.drills import (
    InjectPlayed as InjectPlayed,
)
from app.models.facts.drills import (
    InjectSkipped as InjectSkipped,
)
from app.models.facts.known import (
    AnyFact as AnyFact,
)
from app.models.facts.known import (
    KnownFact as KnownFact,
)
from app.models.facts.known import (
    Unknown as Unknown,
)
from app.models.facts.known import (
    corrected_fact as corrected_fact,
)
from app.models.facts.known import (
    decode_fact as decode_fact,
)
from app.models.facts.known import (
    encode_fact as encode_fact,
)
from app.models.facts.known import (
    raw_fact as raw_fact,
)
from app.models.facts.notes import (
    Attached as Attached,
)
from app.models.facts.notes import (
    Corrected as Corrected,
)
from app.models.facts.notes import (
    Note as Note,
)
from app.models.facts.notes import (
    Printed as Printed,
)
from app.models.facts.notes import (
    ShiftHandedOver as ShiftHandedOver,
)
from app.models.facts.outside import (
    MessageDelivered as MessageDelivered,
)
from app.models.facts.outside import (
    MessageFailed as MessageFailed,
)
from app.models.facts.outside import (
    MessageSent as MessageSent,
)
from app.models.facts.outside import (
    Notified as Notified,
)
from app.models.facts.outside import (
    ServiceArrived as ServiceArrived,
)
from app.models.facts.outside import (
    ServiceCalled as ServiceCalled,
)
from app.models.facts.outside import (
    ServiceLeft as ServiceLeft,
)
from app.models.facts.outside import (
    ServiceReferenced as ServiceReferenced,
)
from app.models.facts.reception import (
    Chased as Chased,
)
from app.models.facts.reception import (
    ContactErased as ContactErased,
)
from app.models.facts.reception import (
    FedBack as FedBack,
)
from app.models.facts.reception import (
    FollowUpAdded as FollowUpAdded,
)
from app.models.facts.reception import (
    FollowUpDone as FollowUpDone,
)
from app.models.facts.reception import (
    FollowUpDropped as FollowUpDropped,
)
from app.models.facts.reception import (
    FollowUpDueSet as FollowUpDueSet,
)
from app.models.facts.reception import (
    FollowUpReassigned as FollowUpReassigned,
)
from app.models.facts.reception import (
    FollowUpUndone as FollowUpUndone,
)
from app.models.facts.reception import (
    MatterAnswered as MatterAnswered,
)
from app.models.facts.reception import (
    Promised as Promised,
)
from app.models.facts.reception import (
    ReceptionAmended as ReceptionAmended,
)
from app.models.facts.reception import (
    ReceptionBegun as ReceptionBegun,
)
from app.models.facts.reception import (
    ReceptionEnded as ReceptionEnded,
)
from app.models.facts.reception import (
    RepresentativeAdded as RepresentativeAdded,
)
from app.models.facts.reception import (
    RepresentativeLeft as RepresentativeLeft,
)
from app.models.facts.roster import (
    Acknowledged as Acknowledged,
)
from app.models.facts.roster import (
    Arrived as Arrived,
)
from app.models.facts.roster import (
    ArrivedBy as ArrivedBy,
)
from app.models.facts.roster import (
    CalledOut as CalledOut,
)
from app.models.facts.roster import (
    Excused as Excused,
)
from app.models.facts.roster import (
    NoAnswer as NoAnswer,
)
from app.models.facts.roster import (
    OnTheWay as OnTheWay,
)
from app.models.facts.roster import (
    RollAnswered as RollAnswered,
)
from app.models.facts.roster import (
    RollCallBegun as RollCallBegun,
)
from app.models.facts.roster import (
    RollCallEnded as RollCallEnded,
)
from app.models.facts.roster import (
    StoodDown as StoodDown,
)
from app.models.facts.scene import (
    AssemblyCounted as AssemblyCounted,
)
from app.models.facts.scene import (
    CordonLifted as CordonLifted,
)
from app.models.facts.scene import (
    EntranceSet as EntranceSet,
)
from app.models.facts.scene import (
    OutCounted as OutCounted,
)
from app.models.facts.scene import (
    PartConfirmed as PartConfirmed,
)
from app.models.facts.scene import (
    PostLeft as PostLeft,
)
from app.models.facts.scene import (
    PostTaken as PostTaken,
)
from app.models.facts.scene import (
    ZoneConfirmed as ZoneConfirmed,
)
from app.models.facts.scene import (
    ZoneCordoned as ZoneCordoned,
)
from app.models.facts.scene import (
    ZoneEmpty as ZoneEmpty,
)
from app.models.facts.scene import (
    ZoneEvacuating as ZoneEvacuating,
)
from app.models.facts.scene import (
    ZoneReleased as ZoneReleased,
)
from app.models.facts.site import (
    DutyEnded as DutyEnded,
)
from app.models.facts.site import (
    DutyStarted as DutyStarted,
)
from app.models.facts.site import (
    PersonSet as PersonSet,
)
from app.models.facts.site import (
    PlaceDefined as PlaceDefined,
)
from app.models.facts.site import (
    PlaceSort as PlaceSort,
)
from app.models.facts.site import (
    PlanPublished as PlanPublished,
)
from app.models.facts.site import (
    Point as Point,
)
from app.models.facts.site import (
    SendingSwitched as SendingSwitched,
)
from app.models.facts.site import (
    ServiceDefined as ServiceDefined,
)
from app.models.facts.site import (
    SiteDescribed as SiteDescribed,
)
from app.models.facts.site import (
    SitePlanSet as SitePlanSet,
)
from app.models.facts.site import (
    ZoneDefined as ZoneDefined,
)
from app.models.facts.tasks import (
    TaskAdded as TaskAdded,
)
from app.models.facts.tasks import (
    TaskDone as TaskDone,
)
from app.models.facts.tasks import (
    TaskDueSet as TaskDueSet,
)
from app.models.facts.tasks import (
    TaskReassigned as TaskReassigned,
)
from app.models.facts.tasks import (
    TaskSkipped as TaskSkipped,
)
from app.models.facts.tasks import (
    TaskUndone as TaskUndone,
)
