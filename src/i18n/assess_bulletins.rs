//! 通报: the papers of the meeting.
