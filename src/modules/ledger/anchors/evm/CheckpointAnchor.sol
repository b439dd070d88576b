// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// Keeps checkpoints of transparency logs (C2SP tlog-checkpoint) where no single office can take them back. A checkpoint
/// is kept when a quorum of agencies confirmed it, and only when it continues the one before: the consistency proof of
/// RFC 6962 is checked here, so that not even all agencies together can keep a rewritten history.
contract CheckpointAnchor {
    struct Head {
        uint64 size;
        /// Seconds since 1970, as the validators of the chain say.
        uint64 time;
        bytes32 root;
    }

    error NotAgency();
    /// Not longer than what is kept.
    error Stale();
    error BadProof();
    error Twice();
    error BadAgencies();
    error NoHead();

    event Voted(bytes32 indexed origin, uint64 indexed size, address indexed agency, bytes32 root);
    event Anchored(bytes32 indexed origin, uint64 indexed size, bytes32 root);
    event Rotated(uint64 indexed generation, address[] agencies, uint8 quorum);

    /// Votes are counted by looking at each agency: that is bounded.
    uint256 private constant MOST = 32;

    uint8 public quorum;
    /// How often the agencies changed; votes on a change count for one change only.
    uint64 public generation;
    address[] private members;
    mapping(address => bool) public isAgency;
    mapping(bytes32 => Head[]) private heads;
    /// One open vote for each agency and log: whoever votes without end fills nothing but its own place.
    mapping(bytes32 => mapping(address => bytes32)) private votes;
    mapping(address => bytes32) private changes;

    constructor(address[] memory agencies_, uint8 quorum_) {
        seat(agencies_, quorum_);
    }

    /// Votes for a checkpoint. `origin` is SHA-256 of the log's name; `proof` leads from the last head to this one and
    /// is empty for the first. The vote that makes the quorum keeps the checkpoint.
    function confirm(bytes32 origin, uint64 size, bytes32 root, bytes32[] calldata proof) external {
        if (!isAgency[msg.sender]) revert NotAgency();
        if (size == 0) revert Stale();
        Head[] storage kept = heads[origin];
        if (kept.length == 0) {
            if (proof.length != 0) revert BadProof();
        } else {
            Head memory last = kept[kept.length - 1];
            if (size <= last.size) revert Stale();
            if (!consistent(last.size, last.root, size, root, proof)) revert BadProof();
        }
        bytes32 vote = keccak256(abi.encode(size, root));
        if (votes[origin][msg.sender] == vote) revert Twice();
        votes[origin][msg.sender] = vote;
        emit Voted(origin, size, msg.sender, root);
        if (votesFor(origin, size, root) < quorum) return;
        kept.push(Head(size, uint64(block.timestamp), root));
        emit Anchored(origin, size, root);
    }

    /// Votes for other agencies and another quorum; a quorum of the present ones decides.
    function rotate(address[] calldata agencies_, uint8 quorum_) external {
        if (!isAgency[msg.sender]) revert NotAgency();
        bytes32 vote = keccak256(abi.encode(generation, agencies_, quorum_));
        if (changes[msg.sender] == vote) revert Twice();
        changes[msg.sender] = vote;
        uint256 count;
        for (uint256 i; i < members.length; i++) if (changes[members[i]] == vote) count++;
        if (count >= quorum) seat(agencies_, quorum_);
    }

    function agencies() external view returns (address[] memory) {
        return members;
    }

    /// How many of the present agencies stand for a checkpoint.
    function votesFor(bytes32 origin, uint64 size, bytes32 root) public view returns (uint256 count) {
        bytes32 vote = keccak256(abi.encode(size, root));
        for (uint256 i; i < members.length; i++) if (votes[origin][members[i]] == vote) count++;
    }

    /// The last checkpoint of a log; size 0 when there is none.
    function lastHead(bytes32 origin) external view returns (Head memory head) {
        Head[] storage kept = heads[origin];
        if (kept.length > 0) head = kept[kept.length - 1];
    }

    /// The first checkpoint that covers an entry: since when it cannot be taken back.
    function covering(bytes32 origin, uint64 index) external view returns (Head memory) {
        Head[] storage kept = heads[origin];
        (uint256 low, uint256 high) = (0, kept.length);
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (kept[middle].size > index) high = middle;
            else low = middle + 1;
        }
        if (low == kept.length) revert NoHead();
        return kept[low];
    }

    /// Whether the tree of `size` begins with that of `old` (RFC 9162, 2.1.4.2).
    function consistent(uint64 old, bytes32 oldRoot, uint64 size, bytes32 root, bytes32[] calldata proof)
        public
        pure
        returns (bool)
    {
        if (old == 0 || old > size) return false;
        if (old == size) return proof.length == 0 && oldRoot == root;
        (uint64 place, uint64 last) = (old - 1, size - 1);
        while (place & 1 == 1) (place, last) = (place >> 1, last >> 1);
        bool isComplete = old & (old - 1) == 0;
        if (!isComplete && proof.length == 0) return false;
        bytes32 before = isComplete ? oldRoot : proof[0];
        bytes32 afterwards = before;
        for (uint256 i = isComplete ? 0 : 1; i < proof.length; i++) {
            if (last == 0) return false;
            if (place & 1 == 1 || place == last) {
                before = node(proof[i], before);
                afterwards = node(proof[i], afterwards);
                while (place & 1 == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            } else {
                afterwards = node(afterwards, proof[i]);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && before == oldRoot && afterwards == root;
    }

    /// Whether a leaf stands at this place of the tree (RFC 9162, 2.1.3.2).
    function included(bytes32 leaf, uint64 index, uint64 size, bytes32 root, bytes32[] calldata proof)
        external
        pure
        returns (bool)
    {
        if (index >= size) return false;
        (uint64 place, uint64 last) = (index, size - 1);
        for (uint256 i; i < proof.length; i++) {
            if (last == 0) return false;
            if (place & 1 == 1 || place == last) {
                leaf = node(proof[i], leaf);
                while (place & 1 == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            } else {
                leaf = node(leaf, proof[i]);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && leaf == root;
    }

    function node(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x01), left, right));
    }

    function seat(address[] memory agencies_, uint8 quorum_) private {
        if (agencies_.length > MOST || quorum_ == 0 || quorum_ > agencies_.length) revert BadAgencies();
        for (uint256 i; i < members.length; i++) isAgency[members[i]] = false;
        for (uint256 i; i < agencies_.length; i++) {
            if (agencies_[i] == address(0) || isAgency[agencies_[i]]) revert BadAgencies();
            isAgency[agencies_[i]] = true;
        }
        members = agencies_;
        quorum = quorum_;
        generation++;
        emit Rotated(generation, agencies_, quorum_);
    }
}
